import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measurands, type Values } from '../../../shared/contract/telemetry/measurand.ts'
import { deviceIndex } from '../../../shared/domain/index/deviceIndex.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { answer } from '../../bench/reference/answer.ts'
import { differences } from '../../bench/reference/facts.ts'
import { worstIndex } from '../../bench/reference/limits.ts'
import { toilet } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T06:00:00Z')
const at = (minute: number): number => START + minute * 60_000
const iso = (minute: number): string => new Date(at(minute)).toISOString()
const sample = (minute: number, values: Values) => ({ device: toilet.id, at: at(minute), values })

const ask = (minute: number, ...samples: ReturnType<typeof sample>[]) =>
	answer({ devices: [toilet], profile: defaultProfile, samples, now: at(minute), asItHappened: true })

test('two readings over the limit raise, two below the deadband five minutes apart clear', () => {
	const facts = ask(20, ...[2, 2, 0.95, 0.5, 0.5].map((ammonia, i) => sample(i * 5, { ammonia })))
	expect([...facts.alarms]).toEqual([[`toilet-1 ammonia-high ${iso(0)}`, `${iso(5)} to ${iso(20)}`]])
	expect([...facts.tasks.values()]).toEqual(['verified'])
})

test('a gap longer than the hold breaks the delay, and is a silence', () => {
	const facts = ask(25, sample(0, { ammonia: 2 }), sample(20, { ammonia: 2 }), sample(22, { ammonia: 2 }))
	expect([...facts.alarms.keys()]).toEqual([`toilet-1 silent ${iso(15)}`])
})

test('a score is the worst index of what still holds', () => {
	expect(ask(5, sample(0, { ammonia: 0.3, septicLevel: 90 })).scores.get('yard-1')).toBe('60.00')
	expect(ask(16, sample(0, { ammonia: 0.3 })).scores.get('yard-1')).toBe('none')
})

test('a fact that is missing, invented or different is one wrong fact', () => {
	const is = ask(5, sample(0, { ammonia: 0.3 }), sample(5, { ammonia: 0.4 }))
	const told = ask(5, sample(0, { ammonia: 0.3 }), sample(4, { ammonia: 0.4 }))
	expect(differences(is, told).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
		`readings toilet-1 ${iso(5)}`,
		`readings toilet-1 ${iso(4)}`,
	])
})

test('the reference, which knows no profile, and the product agree on every level and class', () => {
	const levels = ['I', 'II', 'III'] as const
	const classes = [1, 2, 3] as const
	const values = fc.record(
		Object.fromEntries(measurands.map((name) => [name, fc.double({ min: 0, max: 200, noNaN: true })])),
		{ requiredKeys: [] },
	)
	fc.assert(
		fc.property(fc.constantFrom(...levels), fc.constantFrom(...classes), values, (sewageLevel, toiletClass, read) => {
			const place = { sewageLevel, toiletClass }
			const index = deviceIndex(defaultProfile, place, read)?.index
			const expected = worstIndex(place, read)
			if (index === undefined || expected === undefined) expect(index).toBe(expected)
			else expect(index).toBeCloseTo(expected, 9)
		}),
	)
})
