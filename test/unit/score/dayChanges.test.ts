import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayChanges, mergedChanges } from '../../../shared/domain/score/dayChanges.ts'

const DAY = '2026-11-22'
const score = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4)
const change = fc
	.record({ score, before: score, village: fc.nat({ max: 3 }) })
	.map((said) => ({ ...said, change: said.score - said.before }))
const many = fc.array(change, { maxLength: 60 }).map((all) => all.map((one, i) => ({ courtyard: `yard-${i}`, ...one })))

test('the changes of all villages put together are those of all courtyards, in whatever order they come', () => {
	fc.assert(
		fc.property(many, fc.nat(), (changes, turn) => {
			const at = changes.length === 0 ? 0 : turn % changes.length
			const turned = [...changes.slice(at), ...changes.slice(0, at)]
			const villages = [...Map.groupBy(turned, ({ village }) => village).values()].map((own) => dayChanges(DAY, own))
			expect(mergedChanges(DAY, villages)).toEqual(dayChanges(DAY, changes))
		}),
	)
})

test('the twelve largest changes are named, of the others it is told how many they are', () => {
	const changes = Array.from({ length: 30 }, (_, i) => ({
		courtyard: `yard-${i}`,
		score: 50 + i,
		before: 50,
		change: i,
	}))
	const { compared, up, down, courtyards } = dayChanges(DAY, changes)
	expect([compared, up, down]).toEqual([30, 29, 0])
	expect(courtyards.map((one) => one.change)).toEqual([29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18])
})
