import { encode } from 'cbor2'
import { describe, expect, test } from 'vitest'
import { readCbor } from '../../../../devices/codecs/senml/readCbor.ts'
import { resolvePack } from '../../../../devices/codecs/senml/resolve.ts'
import { toilet } from '../../../doubles/township.ts'
import { book, bytesOf, decode, NOW, reasons } from './decode.ts'
import { currents, currentsInCbor, examples } from './rfc8428.ts'

const now = NOW / 1000
const resolved = (pack: unknown): unknown => {
	const made = resolvePack(pack, now)
	return 'refused' in made ? made.refused : made.records.map(({ record }) => record)
}
const valuesOf = (...pack: object[]) =>
	decode('senml', pack, { thing: 'toilet-1' }).readings.map(({ values }) => values)

describe('RFC 8428', () => {
	test.each(examples(now))('%s', (_, pack, expected) => {
		expect(resolved(pack)).toEqual(expected)
	})

	test('the example in CBOR says the same as in JSON', () => {
		expect(readCbor(bytesOf(currentsInCbor), 'x')).toEqual({ json: currents })
	})

	test('a time below 2^28 seconds is relative to now, one from there on is a date', () => {
		const at = (t: number) => (resolved([{ n: 'a', t, v: 1 }]) as { t: number }[])[0]?.t
		expect([at(-10), at(0), at(2 ** 28 - 1), at(2 ** 28)]).toEqual([now - 10, now, now + 2 ** 28 - 1, 2 ** 28])
	})

	test('base value and base sum are added, and stand alone where a record has none of its own', () => {
		expect(resolved([{ bn: 'a', bv: 20, v: 0.5 }, { t: 1 }, { bs: 3, s: 1, vb: true }])).toMatchObject([
			{ n: 'a', v: 20.5 },
			{ n: 'a', v: 20 },
			{ n: 'a', vb: true, s: 4 },
		])
	})

	test.each([
		[
			'a field that must be understood',
			[
				{ n: 'a', v: 1 },
				{ n: 'b', v: 2, new_: 0 },
			],
			'the sender insists on the field "[1].new_"',
		],
		['a later version', [{ bver: 11, n: 'a', v: 1 }], '"[0].bver" should be version 10, but is 11'],
		[
			'two versions',
			[
				{ bver: 5, n: 'a', v: 1 },
				{ bver: 10, n: 'a', v: 1 },
			],
			'"[1].bver" should be one version, 5',
		],
		['a base field of another sort', [{ bn: 1, n: 'a', v: 1 }], '"[0].bn" should be a text, but is 1'],
		['an object', { n: 'a', v: 1 }, 'the payload should be a SenML pack: a list of records'],
		['nothing', [], 'the payload should be a SenML pack'],
	])('%s refuses the whole pack', (_, pack, reason) => {
		const decoded = decode('senml', pack)
		expect(decoded.readings).toEqual([])
		expect(reasons(decoded)).toEqual([expect.stringContaining(reason)])
	})

	test('the version that says "secondary units" is understood', () => {
		expect(resolved([{ bver: 26, n: 'a', u: 'ppm', v: 1 }])).toMatchObject([{ bver: 26 }])
	})

	test.each([
		['two values', { n: 'a:fill', v: 1, vs: '1' }, 'should be one of v, vs, vb, vd'],
		['no value', { n: 'a:fill' }, 'should be one of v, vs, vb, vd'],
		['a text for a number', { n: 'a:fill', v: '1' }, '"[0].v" should be a number, but is "1"'],
		['a string value where we measure', { n: 'a:fill', vs: 'full' }, '"[0]" should be a number, but is "full"'],
		['a name with a blank', { n: 'a b', v: 1 }, '"[0].n" should be a SenML name'],
		['data that is no base64url', { n: 'a', vd: 'a+b=' }, '"[0].vd" should be base64url'],
	])('%s spoils its own record only', (_, record, reason) => {
		const decoded = decode('senml', [record, { n: 'bin-1:fill', u: '/', v: 0.4 }])
		expect(decoded.readings).toEqual([{ device: 'bin-1', at: NOW, values: { fill: 40 } }])
		expect(reasons(decoded)).toEqual([expect.stringContaining(reason)])
	})
})

describe('what a pack means to us', () => {
	test('what is measured at one instant of a device is one reading', () => {
		const pack = [
			{ bn: 'toilet-1:', bt: now - 60, n: 'ammonia', u: 'ppm', v: 1 },
			{ n: 'hydrogenSulfide', u: 'ppm', v: 0.5 },
			{ n: 'battery', u: '%EL', v: 87 },
			{ bn: 'bin-1/', n: 'fill', u: '/100', v: 30 },
		]
		expect(decode('senml', pack).readings).toEqual([
			{ device: 'toilet-1', at: NOW - 60_000, values: { ammonia: 0.696, hydrogenSulfide: 0.697, battery: 87 } },
			{ device: 'bin-1', at: NOW - 60_000, values: { fill: 30 } },
		])
		expect(decode('senml', encode(pack))).toEqual(decode('senml', pack))
	})

	test.each([
		['fill', '%', 0.5, 50],
		['fill', '/', 0.5, 50],
		['fill', '/100', 50, 50],
		['temperature', 'K', 300, 26.85],
		['cod', 'mg/l', 60, 60],
		['cod', 'kg/m3', 0.06, 60],
		['ammonia', 'ug/m3', 250, 0.25],
		['tilt', 'rad', Math.PI, 180],
		['flow', 'm3/s', 0.01, 36],
		['flow', 'l/s', 10, 36],
		['signal', 'dBW', -120, -90],
		['snr', 'dB', -7.5, -7.5],
		['battery', '%EL', 98, 98],
		['ph', 'pH', 7.1, 7.1],
		['ammonia', undefined, 0.12, 0.12],
	])('%s in %s', (n, u, v, expected) => {
		expect(valuesOf({ n, v, ...(u === undefined ? {} : { u }) })).toEqual([{ [n]: expected }])
	})

	test('a unit that cannot be converted is said, not guessed: parts per million of what, in water?', () => {
		const decoded = decode('senml', [{ n: 'works-1:cod', u: 'ppm', v: 60 }])
		expect(decoded.readings).toEqual([])
		expect(reasons(decoded)).toEqual([
			'"[0]" has the unit "ppm", which we cannot convert; known: kg/m3, g/l, mg/l, mg/L, ug/l',
		])
	})

	test('a device is named by its id, by its EUI in a URN, or is the thing that publishes', () => {
		const devices = book({ ...toilet, eui: '24e124fffe0a1b2c' })
		const of = (n: string) => decode('senml', [{ n, v: 1 }], { devices }).readings[0]?.device
		expect(of('toilet-1:ammonia')).toBe('toilet-1')
		expect(of('urn:dev:mac:24e124fffe0a1b2c_ammonia')).toBe('toilet-1')
		expect(of('urn:dev:mac:24E124FFFE0A1B2C:ammonia')).toBe('toilet-1')
		expect(of('ammonia')).toBe('gateway-1')
		expect(of('stranger:ammonia')).toBe('stranger')
	})

	test('names and fields that we do not know are reported, and cost nothing else', () => {
		const decoded = decode('senml', [
			{ bn: 'toilet-1:', n: 'humidity', u: '%RH', v: 40 },
			{ n: 'ammonia', v: 0.2, ct: '60' },
		])
		expect(decoded.unknownKeys.sort()).toEqual(['ct', 'toilet-1:humidity'])
		expect(decoded.readings).toHaveLength(1)
	})

	test('the update time says how soon the device will be heard again', () => {
		const decoded = decode('senml', [
			{ bn: 'toilet-1:', n: 'ammonia', v: 1, ut: 600 },
			{ n: 'hydrogenSulfide', v: 0 },
		])
		expect(decoded.readings).toMatchObject([{ values: { ammonia: 1, hydrogenSulfide: 0, nextWithin: 600 } }])
	})

	test.each([-1, 604_801])('an update time of %d s is not believed, and costs nothing else', (ut) => {
		expect(valuesOf({ n: 'ammonia', v: 1, ut })).toEqual([{ ammonia: 1 }])
	})

	test('a switch tells whether a pump has failed', () => {
		expect(valuesOf({ n: 'pumpFault', vb: true }, { n: 'pumpFault', u: '/', t: -1, v: 0 })).toEqual([
			{ pumpFault: 1 },
			{ pumpFault: 0 },
		])
	})

	test('a measurand told twice at one instant is two readings, for the store to doubt', () => {
		expect(valuesOf({ n: 'ammonia', v: 1 }, { n: 'ammonia', v: 2 })).toEqual([{ ammonia: 2 }, { ammonia: 1 }])
	})
})
