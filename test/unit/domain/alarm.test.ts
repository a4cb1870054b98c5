import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Carry, NO_CARRY, packCarry, unpackCarry } from '../../../shared/domain/alarm/carry.ts'
import { foldAlarms } from '../../../shared/domain/alarm/fold.ts'
import type { AlarmInterval } from '../../../shared/domain/alarm/state.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import type { Instant } from '../../../shared/domain/telemetry/hourPack.ts'
import { toilet } from '../../doubles/township.ts'

const T0 = Date.parse('2026-11-23T06:00:00Z')
const MINUTE = 60_000

/** Ammonia values five minutes apart, or at the given minutes. */
const ammonia = (values: readonly number[], minutes = values.map((_, i) => i * 5)): Instant[] =>
	values.map((value, i) => ({ at: T0 + (minutes[i] ?? 0) * MINUTE, values: { ammonia: value }, bad: [] }))

const fold = (instants: readonly Instant[], before: Carry = NO_CARRY, device = toilet) =>
	foldAlarms(defaultProfile, device, before, instants)

/** Rule, and minutes of onset, raise and clear. */
const brief = (intervals: readonly AlarmInterval[]) =>
	intervals.map(({ rule, onset, raisedAt, clearedAt }) => [
		rule,
		...[onset, raisedAt, clearedAt].map((at) => (at === undefined ? undefined : (at - T0) / MINUTE)),
	])

test('two readings over the limit that span five minutes raise the alarm, its onset is the first', () => {
	expect(brief(fold(ammonia([0.2, 5, 5])).intervals)).toEqual([['ammonia-high', 5, 10, undefined]])
})

test('exactly at the limit is no alarm', () => {
	expect(fold(ammonia([1, 1, 1, 1])).intervals).toEqual([])
})

test('one reading over the limit raises nothing', () => {
	expect(fold(ammonia([0.2, 5, 0.2, 5, 0.2])).intervals).toEqual([])
})

test('two readings within five minutes are not enough: both the count and the time must be reached', () => {
	expect(fold(ammonia([5, 5], [0, 1])).intervals).toEqual([])
	expect(brief(fold(ammonia([5, 5, 5], [0, 1, 5])).intervals)).toEqual([['ammonia-high', 0, 5, undefined]])
})

test('fire and a pump fault raise at the first reading', () => {
	const instants: Instant[] = [{ at: T0, values: { temperature: 75, pumpFault: 1 }, bad: [] }]
	expect(brief(fold(instants).intervals)).toEqual([
		['fire', 0, 0, undefined],
		['pump-fault', 0, 0, undefined],
	])
})

test('the alarm clears after two readings back inside by the deadband that span five minutes', () => {
	expect(brief(fold(ammonia([5, 5, 0.2, 0.2])).intervals)).toEqual([['ammonia-high', 0, 5, 15]])
})

test('a value between the deadband and the limit neither clears nor counts towards clearing', () => {
	expect(brief(fold(ammonia([5, 5, 0.2, 0.95, 0.2])).intervals)).toEqual([['ammonia-high', 0, 5, undefined]])
	expect(brief(fold(ammonia([5, 5, 0.95, 0.95, 0.95])).intervals)).toEqual([['ammonia-high', 0, 5, undefined]])
})

test('a gap longer than three intervals breaks the on-delay: time without readings is no evidence', () => {
	expect(fold(ammonia([5, 5], [0, 16])).intervals.filter(({ rule }) => rule !== 'silent')).toEqual([])
	expect(brief(fold(ammonia([5, 5], [0, 15])).intervals)).toEqual([['ammonia-high', 0, 15, undefined]])
})

test('a gap breaks the off-delay as well: the alarm stays until fresh readings clear it', () => {
	const { intervals } = fold(ammonia([5, 5, 0.2, 0.2, 0.2], [0, 5, 10, 40, 45]))
	expect(brief(intervals).find(([rule]) => rule === 'ammonia-high')).toEqual(['ammonia-high', 0, 5, 45])
})

test('an unusable value neither raises nor clears', () => {
	const spoil = (instant: Instant | undefined): void => {
		if (instant) Object.assign(instant, { values: {}, bad: ['ammonia'] })
	}
	const raising = ammonia([5, 5, 0.2, 5])
	spoil(raising[1])
	expect(fold(raising).intervals).toEqual([])
	const clearing = ammonia([5, 5, 0.2, 0.2, 0.2])
	spoil(clearing[3])
	expect(brief(fold(clearing).intervals)).toEqual([['ammonia-high', 0, 5, 20]])
})

test('three activations in an hour make the alarm chatter, and it must then be clear twice as long', () => {
	const cycle = [5, 5, 0.2, 0.2]
	const { intervals } = fold(ammonia([...cycle, ...cycle, 5, 5, 0.2, 0.2, 0.2, 0.2]))
	expect(brief(intervals)).toEqual([
		['ammonia-high', 0, 5, 15],
		['ammonia-high', 20, 25, 35],
		['ammonia-high', 40, 45, 65],
	])
	expect(intervals.map(({ chattering }) => chattering)).toEqual([undefined, undefined, true])
})

test('a silence that has ended is known from the readings: it began when the last one ceased to hold', () => {
	expect(brief(fold(ammonia([0.2, 0.2], [0, 60])).intervals)).toEqual([['silent', 15, 15, 60]])
})

test('a device out of service has no alarms', () => {
	const repair = { from: T0, until: T0 + 90 * MINUTE, by: 'li', reason: 'new pump' }
	expect(fold(ammonia([5, 5, 5], [0, 5, 60]), NO_CARRY, { ...toilet, outOfService: [repair] }).intervals).toEqual([])
})

test('a silence during a repair is none, and after the repair the device is judged again', () => {
	const repair = { from: T0 + 6 * MINUTE, until: T0 + 90 * MINUTE, by: 'li', reason: 'new pump' }
	const instants = ammonia([0.2, 5, 5, 5, 5], [0, 60, 65, 95, 100])
	const { intervals } = fold(instants, NO_CARRY, { ...toilet, outOfService: [repair] })
	expect(brief(intervals)).toEqual([['ammonia-high', 95, 100, undefined]])
})

test('impossible values are the fault of the sensor, after two of them that span five minutes', () => {
	const bad = (minute: number): Instant => ({ at: T0 + minute * MINUTE, values: {}, bad: ['ammonia'] })
	expect(brief(fold([bad(0), bad(5), ...ammonia([0.2, 0.2], [10, 15])]).intervals)).toEqual([['implausible', 0, 5, 15]])
})

test('a value that stands still to the last digit for a day is flat, until it moves', () => {
	const minutes = Array.from({ length: 290 }, (_, i) => i * 5)
	const still = ammonia(
		minutes.map(() => 0.25),
		minutes,
	)
	expect(brief(fold(still).intervals)).toEqual([['flat-ammonia', 0, 1440, undefined]])
	expect(brief(fold([...still, ...ammonia([0.26], [1450])]).intervals)).toEqual([['flat-ammonia', 0, 1440, 1450]])
	expect(fold(still.slice(0, 288)).intervals).toEqual([])
})

test('a gap ends the run of a value: nothing shows that it stood still meanwhile', () => {
	const minutes = Array.from({ length: 290 }, (_, i) => (i < 100 ? i * 5 : i * 5 + 30))
	const { intervals } = fold(
		ammonia(
			minutes.map(() => 0.25),
			minutes,
		),
	)
	expect(intervals.map(({ rule }) => rule)).toEqual(['silent'])
})

const random = fc
	.array(fc.record({ gap: fc.integer({ min: 1, max: 30 }), value: fc.constantFrom(0.2, 0.95, 1, 2, 5) }), {
		maxLength: 40,
	})
	.map((steps) => {
		let minute = 0
		const minutes = steps.map(({ gap }) => {
			minute += gap
			return minute
		})
		return ammonia(
			steps.map(({ value }) => value),
			minutes,
		)
	})

/** Some readings lack one of the two measurands, or have it unusable, and values often stand still. */
/** What a reading promises: to be followed by another within so many seconds. */
const promises = fc.array(fc.constantFrom(undefined, undefined, 60, 900, 3600), { minLength: 40, maxLength: 40 })
const mixed = fc
	.tuple(
		random,
		promises,
		fc.array(fc.constantFrom(undefined, 'bad' as const, 0.001, 0.001, 0.02), { minLength: 40, maxLength: 40 }),
	)
	.map(([instants, promised, sulfides]) =>
		instants.map((plain, i): Instant => {
			const nextWithin = promised[i]
			const instant = nextWithin === undefined ? plain : { ...plain, values: { ...plain.values, nextWithin } }
			const sulfide = sulfides[i]
			if (sulfide === 'bad') return { ...instant, bad: ['hydrogenSulfide'] }
			return sulfide === undefined ? instant : { ...instant, values: { ...instant.values, hydrogenSulfide: sulfide } }
		}),
	)

test('who promises to be heard within an hour is silent after three hours, and after a reading without a promise as usual', () => {
	const [first, second, third] = ammonia([0.2, 0.2, 0.2], [0, 170, 200])
	const promised = { ...first, values: { ammonia: 0.2, nextWithin: 3600 } } as Instant
	expect(brief(fold([promised, second as Instant]).intervals)).toEqual([])
	expect(brief(fold([promised, third as Instant]).intervals)).toEqual([['silent', 180, 180, 200]])
	const { carry } = fold([promised, second as Instant])
	expect(brief(fold([third as Instant], unpackCarry(packCarry(carry))).intervals)).toEqual([['silent', 185, 185, 200]])
})

test('folding in pieces gives the same state as folding in one go', () => {
	fc.assert(
		fc.property(mixed, fc.nat({ max: 40 }), (instants, cut) => {
			const first = fold(instants.slice(0, cut))
			const carried = unpackCarry(packCarry(first.carry))
			expect(packCarry(fold(instants.slice(cut), carried).carry)).toBe(packCarry(fold(instants).carry))
		}),
	)
})

test('the value of the last reading of one piece and the first of the next is one run, and survives being stored', () => {
	const { carry } = fold(ammonia([0.2, 0.3]))
	expect(unpackCarry(packCarry(carry))).toEqual(carry)
	const rest = fold(ammonia([0.3, 0.3], [10, 15]), unpackCarry(packCarry(carry)))
	expect(rest.carry.flat).toEqual({ ammonia: { value: 0.3, since: T0 + 5 * MINUTE } })
})

test('nothing is raised unless the limit was crossed for the whole on-delay', () => {
	fc.assert(
		fc.property(random, (instants) => {
			for (const { rule, onset, raisedAt } of fold(instants).intervals) {
				if (rule !== 'ammonia-high') continue
				const within = instants.filter(({ at }) => at >= onset && at <= raisedAt)
				expect(within.length).toBeGreaterThanOrEqual(2)
				expect(raisedAt - onset).toBeGreaterThanOrEqual(5 * MINUTE)
				expect(within.every(({ values }) => (values.ammonia ?? 0) > 1)).toBe(true)
			}
		}),
	)
})

test('whatever happened before, clear readings for the longest off-delay end every alarm', () => {
	fc.assert(
		fc.property(random, (instants) => {
			const end = (instants.at(-1)?.at ?? T0) + 5 * MINUTE
			const calm: Instant[] = [0, 5, 10, 15, 20].map((minute) => ({
				at: end + minute * MINUTE,
				values: { ammonia: 0.1 },
				bad: [],
			}))
			expect(fold([...instants, ...calm]).intervals.filter(({ clearedAt }) => clearedAt === undefined)).toEqual([])
		}),
	)
})

test('worse values never end an alarm earlier, unless it chatters', () => {
	const activeAt = (instants: readonly Instant[], at: number): boolean =>
		fold(instants).intervals.some(
			({ rule, raisedAt, clearedAt }) =>
				rule === 'ammonia-high' && raisedAt <= at && at < (clearedAt ?? Number.MAX_VALUE),
		)
	fc.assert(
		fc.property(random, fc.array(fc.constantFrom(0, 0, 1, 5), { minLength: 40, maxLength: 40 }), (instants, more) => {
			const worse = instants.map((instant, i) => ({
				...instant,
				values: { ammonia: (instant.values.ammonia ?? 0) + (more[i] ?? 0) },
			}))
			const raised = (of: readonly Instant[]) => fold(of).intervals.filter(({ rule }) => rule === 'ammonia-high').length
			fc.pre(raised(instants) < 3 && raised(worse) < 3)
			for (const { at } of instants) if (activeAt(instants, at)) expect(activeAt(worse, at)).toBe(true)
		}),
	)
})
