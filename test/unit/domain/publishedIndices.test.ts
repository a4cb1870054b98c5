import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IndexProfile } from '../../../shared/contract/profile/indexProfile.ts'
import { indexOfValues } from '../../../shared/domain/index/indexOfValues.ts'
import { roundIndex } from '../../../shared/domain/index/roundIndex.ts'
import { truncated } from '../../../shared/domain/index/truncate.ts'
import epaTable from '../../profiles/epa-2024.json' with { type: 'json' }
import hjTable from '../../profiles/hj633-2012.json' with { type: 'json' }

const hj633 = IndexProfile.parse(hjTable)
const epa = IndexProfile.parse(epaTable)
const anyDevice = { sewageLevel: 'II', toiletClass: 2 } as const

const ask = (profile: IndexProfile, values: Record<string, number>) =>
	indexOfValues(profile, anyDevice, values, Object.keys(profile.measurands))

test.each([
	['PM2.5_24h', 59, 80],
	['PM2.5_24h', 60, 82],
	['PM2.5_24h', 64, 87],
	['PM2.5_24h', 67, 90],
	['PM2.5_24h', 35, 50],
	['PM2.5_24h', 75, 100],
	['PM10_24h', 150, 100],
	['PM10_24h', 51, 51],
	['O3_8h', 161, 101],
	['CO_24h', 2.1, 53],
	['NO2_24h', 80, 100],
	['SO2_24h', 475, 150],
])('HJ 633-2012: %s at %d has the IAQI %d', (name, value, index) => {
	expect(ask(hj633, { [name]: value })?.index).toBe(index)
})

test.each([
	['PM2.5_24h', 35.92, 102],
	['PM2.5_24h', 9.09, 50],
	['PM2.5_24h', 9.1, 51],
	['O3_8h', 0.07853, 126],
	['O3_8h', 0.078, 126],
	['CO_8h', 8.475, 90],
	['PM10_24h', 154.99, 100],
	['SO2_1h', 75.9, 100],
	['NO2_1h', 100, 100],
	['NO2_1h', 101, 101],
])('US EPA 2024: %s at %d has the AQI %d', (name, value, index) => {
	expect(ask(epa, { [name]: value })?.index).toBe(index)
})

describe('a published index', () => {
	test('ends where its table ends', () => {
		expect(ask(hj633, { 'PM2.5_24h': 900 })?.index).toBe(500)
		expect(ask(hj633, { 'PM2.5_24h': -3 })?.index).toBe(0)
		expect(ask(epa, { 'PM2.5_24h': 900 })?.index).toBe(500)
	})

	test('names a primary pollutant only above 50 by HJ 633, always by EPA', () => {
		expect(ask(hj633, { 'PM2.5_24h': 35 })).toMatchObject({ index: 50, primary: [] })
		expect(ask(hj633, { 'PM2.5_24h': 36 })).toMatchObject({ index: 52, primary: ['PM2.5_24h'] })
		expect(ask(epa, { PM10_24h: 20 })).toMatchObject({ primary: ['PM10_24h'] })
	})

	test('is the highest of its pollutants, and names all that tie after rounding', () => {
		// 52.5 and 52.5..., both rounded up.
		expect(ask(hj633, { 'PM2.5_24h': 37, PM10_24h: 56, SO2_24h: 10 })).toEqual({
			index: 53,
			primary: ['PM10_24h', 'PM2.5_24h'],
			indices: { 'PM2.5_24h': 53, PM10_24h: 53, SO2_24h: 10 },
		})
	})

	test('is undefined without data', () => {
		expect(ask(hj633, {})).toBeUndefined()
		expect(ask(hj633, { unheardOf: 3 })).toBeUndefined()
	})
})

test('decimals are cut off in decimal, whatever the binary fraction', () => {
	expect(truncated(0.07853, 3)).toBe(0.078)
	expect(truncated(0.0789999, 3)).toBe(0.078)
	expect(truncated(0.1 + 0.7, 1)).toBe(0.8)
	expect([truncated(1234.5, 0), truncated(0.0004, 3), truncated(-2.57, 1)]).toEqual([1234, 0, -2.5])
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
			const meant = Number(`${digits}e-${decimals}`)
			expect(truncated(meant, decimals)).toBe(meant)
			expect(truncated(Number(`${digits}7e-${decimals + 1}`), decimals)).toBe(meant)
		}),
	)
})

test('rounding up does not count the noise of binary fractions', () => {
	expect(roundIndex(80.00000000001, 'up')).toBe(80)
	expect(roundIndex(80.0001, 'up')).toBe(81)
	expect(roundIndex(125.4999999999999, 'half-up')).toBe(126)
	expect(roundIndex(125.49, 'half-up')).toBe(125)
	expect(roundIndex(59.999, 'none')).toBe(59.999)
})
