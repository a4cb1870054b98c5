import { describe, expect, test } from 'vitest'
import { JsonMapping } from '../../../../shared/contract/registry/jsonMapping.ts'
import { toilet } from '../../../doubles/township.ts'
import { book, decode, NOW, reasons } from './decode.ts'

const custom = JsonMapping.parse({
	at: '/ts',
	values: [
		{ pointer: '/d/0/nh3', measurand: 'ammonia', factor: 0.696 },
		{ pointer: '/temp~1F', measurand: 'temperature', factor: 5 / 9, offset: -160 / 9 },
	],
})
const devices = book({ ...toilet, custom })
const read = (payload: unknown) => decode('json', payload, { thing: 'toilet-1', devices })

describe('the mapping of a device', () => {
	test('finds values by JSON pointer, with factor and offset', () => {
		expect(read({ ts: 1_795_507_200, d: [{ nh3: 0.5 }], 'temp/F': 86 })).toEqual({
			readings: [{ device: 'toilet-1', at: 1_795_507_200_000, values: { ammonia: 0.348, temperature: 30 } }],
			faults: [],
			unknownKeys: [],
		})
	})

	test('takes a time in ISO 8601, and the time of arrival where none came', () => {
		const at = (ts?: unknown) => read([{ ts, d: [{ nh3: 1 }] }]).readings[0]?.at
		expect(at('2026-11-24T15:00:00+08:00')).toBe(Date.parse('2026-11-24T07:00:00Z'))
		expect(at()).toBe(NOW)
	})

	test('reports what no pointer goes through', () => {
		expect(read({ d: [{ nh3: 1, o3: 2 }], rssi: -70 }).unknownKeys).toEqual(['rssi'])
	})

	test.each([
		[{ d: [{ nh3: '0.5' }] }, '"/d/0/nh3" should be a number, but is "0.5"'],
		[{ ts: 'noon', d: [{ nh3: 1 }] }, '"/ts" should be a time since 1970, but is "noon"'],
		[{ d: [] }, 'there is no measurand we know in it; it holds {"d":[]}'],
		[7, 'there is no measurand we know in it; it holds 7'],
	])('%j is refused with its reason', (payload, reason) => {
		expect(reasons(read(payload))).toEqual([reason])
	})

	test('is refused itself where it is no pointer, or leads to no measurand', () => {
		expect(JsonMapping.safeParse({ values: [{ pointer: 'nh3', measurand: 'ammonia' }] }).success).toBe(false)
		expect(JsonMapping.safeParse({ values: [{ pointer: '/nh3', measurand: 'smell' }] }).success).toBe(false)
		expect(JsonMapping.safeParse({ values: [] }).success).toBe(false)
	})
})
