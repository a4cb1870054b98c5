import { describe, expect, test } from 'vitest'
import { figuresIn } from '../../bench/frame/figures.ts'
import { pageOf } from '../../bench/frame/page.ts'
import { parts } from '../../bench/frame/parts.ts'
import { targets, verdictOf } from '../../bench/frame/targets.ts'

const most = { name: 'small', words: 'small enough', figures: ['a.x', 'a.y'], most: 2 }
const least = { name: 'fast', words: 'fast enough', figures: ['a.x'], least: 2 }

describe('a target', () => {
	test('holds when every figure of it is within the bound', () => {
		expect(verdictOf(most, { 'a.x': 2, 'a.y': 1 })).toBe('holds')
		expect(verdictOf(least, { 'a.x': 2 })).toBe('holds')
	})

	test('is missed by one figure beyond the bound, whatever the others are', () => {
		expect(verdictOf(most, { 'a.x': 2.01 })).toBe('missed')
		expect(verdictOf(least, { 'a.x': 1.99 })).toBe('missed')
	})

	test('is not said to hold when a figure was not measured', () => {
		expect(verdictOf(most, { 'a.x': 1 })).toBe('not measured')
	})

	test('speaks of figures of a part that there is', () => {
		const names = new Set(parts.map(({ name }) => name))
		const unknown = targets.flatMap(({ figures }) => figures).filter((name) => !names.has(name.split('.')[0] ?? ''))
		expect(unknown).toEqual([])
	})
})

test('every number in the last line of a part is a figure with a name', () => {
	const line = { kb: { api: 918.1 }, isWhole: true, day: '2026-11-30', none: null, sizes: [1] }
	expect(figuresIn(line, 'part')).toEqual({ 'part.kb.api': 918.1, 'part.isWhole': 1, 'part.sizes.0': 1 })
})

test('the page says what is missed, and why a part has no figures', () => {
	const part = { name: 'a', title: 'A', about: 'About.', script: 'a.ts', args: [], shown: { x: 'the x' } }
	const found = { day: '2026-11-30', parts: [part], targets: [most], figures: { 'a.x': 3 } }
	expect(pageOf({ ...found, failed: {} })).toContain('| small enough | ≤ 2   | 3     | missed |')
	expect(pageOf({ ...found, failed: {} })).toContain('| the x  | 3     |')
	expect(pageOf({ ...found, failed: { a: 'no broker' } })).toContain('Not measured: no broker.')
})

test('the page says whether a time is within its bound, and not which time it was', () => {
	const target = { ...most, isTime: true as const }
	const found = { day: '2026-11-30', parts: [], targets: [target], figures: { 'a.x': 1.25, 'a.y': 1 }, failed: {} }
	expect(pageOf(found)).toContain('| not shown | holds |')
	expect(pageOf(found)).not.toContain('1.25')
})
