import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, test } from 'vitest'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { flowRules } from '../../bench/nodered/flow.ts'
import { ordersOf } from '../../bench/nodered/orders.ts'
import { flowFacts, wrongFacts } from '../../bench/nodered/wrongFacts.ts'
import type { Facts } from '../../bench/reference/facts.ts'
import { toilet } from '../../doubles/township.ts'

const nothing = new Map<string, string>()
/** One alarm goes on, one is over; the second reading was refused. */
const expected: Facts = {
	readings: new Map([
		['a 1', 'ammonia=2'],
		['a 2', ''],
		['b 1', 'fill=20'],
	]),
	latest: new Map([
		['a', 'ammonia=2'],
		['b', 'fill=20'],
		['c', ''],
	]),
	alarms: new Map([
		['a ammonia-high 0', '1 to now'],
		['b fill-high 0', '0 to 1'],
		['b silent 1', '1 to now'],
	]),
	...{ tasks: nothing, alerts: nothing, scores: nothing },
}
const reading = (device: string, hour: string, values: Record<string, number>) => marshall({ device, hour, values })
const task = (device: string, hour: string) => marshall({ device: `task ${device}`, hour })
const kept = [
	reading('a', '1', { ammonia: 2 }),
	reading('b', '1', { fill: 20 }),
	task('a', '1 ammonia-high'),
	task('b', '0 fill-high'),
]
const open = ['a ammonia-high']
const wrongIn = (items: typeof kept, alarms: readonly string[]) =>
	wrongFacts(expected, flowFacts(items, alarms), defaultProfile.alarms)

describe('what the flow has kept', () => {
	test('is right but for the trace of a refused reading, and is not asked about silence', () => {
		expect(wrongIn(kept, open)).toEqual({ missing: 0, untraced: 1, invented: 0, latest: 0, raised: 0, open: 0 })
	})

	test('a reading that is lost, overwritten or invented is counted as such, and makes what is latest wrong', () => {
		expect(wrongIn(kept.slice(1), open)).toMatchObject({ missing: 1, invented: 0, latest: 1 })
		expect(wrongIn([...kept, reading('a', '1', { ammonia: 3 })], open)).toMatchObject({ missing: 1, latest: 1 })
		expect(wrongIn([...kept, reading('b', '0', { fill: 10 })], open)).toMatchObject({ invented: 1, latest: 0 })
	})

	test('an alarm is wrong where it was never raised, and where it is still open', () => {
		expect(wrongIn(kept.slice(0, 3), open)).toMatchObject({ raised: 1, open: 0 })
		expect(wrongIn(kept, ['b fill-high'])).toMatchObject({ raised: 0, open: 2 })
	})
})

test('the flow is told the limits of each device, by its class, with deadband and delay', () => {
	const { limits, ranges } = flowRules(defaultProfile, [{ ...toilet, toiletClass: 1 }])
	expect(limits[toilet.id]?.find(({ rule }) => rule === 'ammonia-high')).toEqual({
		...{ rule: 'ammonia-high', measurand: 'ammonia', high: true, limit: 0.3, back: 0.3 - 0.12 * 0.3, on: 2, off: 2 },
	})
	expect(ranges.ammonia).toEqual([0, 100])
})

test('each order publishes the same readings, packs in a message for each hour', () => {
	const START = Date.parse('2026-11-23T00:00:00Z')
	const samples = Array.from({ length: 12 }, (_, i) => ({
		...{ device: toilet.id, at: START + i * 300_000, values: { ammonia: i / 10 } },
	}))
	const orders = ordersOf(samples, 1)
	const sent = (name: keyof typeof orders) =>
		orders[name].messages.flatMap(({ payload }) => [JSON.parse(payload)].flat().map(({ at }: { at: number }) => at))
	const all = samples.map(({ at }) => at)
	expect(sent('inOrder')).toEqual(all)
	expect(orders.packs.messages).toHaveLength(1)
	expect(sent('packs')).toEqual(all)
	expect(sent('shuffled')).not.toEqual(all)
	expect(new Set(sent('shuffled'))).toEqual(new Set(all))
	expect(sent('shuffled').length).toBe(all.length + 2)
})
