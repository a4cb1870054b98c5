import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measurands } from '../../../shared/contract/telemetry/measurand.ts'
import { packReading, unpackHour } from '../../../shared/domain/telemetry/hourPack.ts'

const HOUR = '2026-11-23T06'
const START = Date.parse(`${HOUR}:00:00Z`)

const reading = fc.record({
	at: fc.integer({ min: 0, max: 3_599_999 }).map((offset) => START + offset),
	values: fc
		.dictionary(
			fc.constantFrom(...measurands),
			fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
		)
		.filter((values) => Object.keys(values).length > 0),
})

test('what is packed is unpacked the same', () => {
	fc.assert(
		fc.property(reading, ({ at, values }) => {
			expect(unpackHour(HOUR, [packReading({ at, values })])).toEqual([{ at, values: { ...values }, bad: [] }])
		}),
	)
})

test('readings come out in the order of time, however they stand in the set', () => {
	const members = [30, 10, 20].map((second) => packReading({ at: START + second * 1000, values: { fill: second } }))
	expect(unpackHour(HOUR, members).map(({ values }) => values.fill)).toEqual([10, 20, 30])
})

test('parts of one instant that came in several messages are put together', () => {
	const members = [
		packReading({ at: START, values: { ammonia: 1 } }),
		packReading({ at: START, values: { battery: 80 } }),
	]
	expect(unpackHour(HOUR, members)).toEqual([{ at: START, values: { ammonia: 1, battery: 80 }, bad: [] }])
})

test('two values of one measurand at one instant are in doubt, whichever came first', () => {
	const members = [
		packReading({ at: START, values: { ammonia: 1 } }),
		packReading({ at: START, values: { ammonia: 2 } }),
	]
	const doubted = [{ at: START, values: {}, bad: ['ammonia'] }]
	expect(unpackHour(HOUR, members)).toEqual(doubted)
	expect(unpackHour(HOUR, members.toReversed())).toEqual(doubted)
})

const refused = (ammonia: number) => packReading({ at: START, values: { ammonia }, bad: ['ammonia'] })
const taken = (ammonia: number) => packReading({ at: START, values: { ammonia } })
const usable = { at: START, values: { ammonia: 105 }, bad: [] }
const unusable = { at: START, values: {}, bad: ['ammonia'] }

test.each([
	['refused', [refused(105)], unusable],
	['refused, and taken after the limits were corrected', [refused(105), taken(105)], usable],
	['refused while another one was taken', [refused(105), taken(0.5)], unusable],
	['refused twice with different values, one of them taken later', [refused(105), refused(106), taken(105)], unusable],
	['refused and in doubt', [refused(105), taken(105), taken(106)], unusable],
	['marked by the device itself', [packReading({ at: START, values: {}, bad: ['ammonia'] }), taken(105)], unusable],
	['infinite', [refused(Number.POSITIVE_INFINITY)], unusable],
] as const)('a value that was %s is usable only if nothing speaks against it, in any order', (_, members, expected) => {
	expect(unpackHour(HOUR, members)).toEqual([expected])
	expect(unpackHour(HOUR, members.toReversed())).toEqual([expected])
})

test('a sewage device with eight measurands and twelve readings an hour stays within one write unit of 1 KB', () => {
	const values = {
		ph: 7.12,
		cod: 45.2,
		ammoniaNitrogen: 12.34,
		totalPhosphorus: 2.31,
		suspendedSolids: 24.5,
		waterTemperature: 18.4,
		level: 63.2,
		flow: 12.25,
	}
	const members = Array.from({ length: 12 }, (_, i) => packReading({ at: START + i * 300_000 + 299_000, values }))
	const item = { device: 'sewage-works-01', hour: HOUR, expires: '1830000000', carry: '{"last":1795417199000}' }
	const size = [...Object.entries(item).flat(), 'readings', ...members].reduce((sum, text) => sum + text.length, 0)
	expect(size + 3).toBeLessThan(1024)
})
