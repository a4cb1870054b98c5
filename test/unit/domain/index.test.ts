import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measurands } from '../../../shared/contract/telemetry/measurand.ts'
import { deviceIndex } from '../../../shared/domain/index/deviceIndex.ts'
import { indexOf } from '../../../shared/domain/index/scale.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { measurandIndex } from '../../../shared/domain/profile/scaleFor.ts'

const levelII = { sewageLevel: 'II', toiletClass: 2 } as const

test.each([
	['ammonia', 0.3, 90],
	['ammonia', 1, 60],
	['ammonia', 2, 40],
	['ammonia', 9, 0],
	['hydrogenSulfide', 0.01, 60],
	['fill', 60, 100],
	['fill', 90, 60],
	['fill', 95, 30],
	['ph', 6, 60],
	['ph', 7, 100],
	['ph', 9, 60],
	['ph', 9.5, 30],
	['cod', 40, 100],
	['cod', 80, 60],
	['cod', 160, 0],
	['pumpFault', 0, 100],
	['pumpFault', 1, 0],
] as const)('%s at %d has the index %d', (measurand, value, index) => {
	expect(measurandIndex(defaultProfile, levelII, measurand, { [measurand]: value })).toBeCloseTo(index, 9)
})

test('exactly at the limit the index is 60, a pass', () => {
	for (const [level, limit] of [
		['I', 60],
		['II', 80],
		['III', 100],
	] as const) {
		expect(measurandIndex(defaultProfile, { ...levelII, sewageLevel: level }, 'cod', { cod: limit })).toBe(60)
	}
})

test('the ammonia-nitrogen limit in brackets holds while the water is at most 12 °C', () => {
	const levelI = { ...levelII, sewageLevel: 'I' } as const
	expect(measurandIndex(defaultProfile, levelI, 'ammoniaNitrogen', { ammoniaNitrogen: 15, waterTemperature: 12 })).toBe(
		60,
	)
	expect(
		measurandIndex(defaultProfile, levelI, 'ammoniaNitrogen', { ammoniaNitrogen: 8, waterTemperature: 12.1 }),
	).toBe(60)
	expect(measurandIndex(defaultProfile, levelI, 'ammoniaNitrogen', { ammoniaNitrogen: 8 })).toBe(60)
})

test('a level without a limit for a measurand has no index for it', () => {
	expect(measurandIndex(defaultProfile, levelII, 'totalNitrogen', { totalNitrogen: 300 })).toBeUndefined()
})

test('the device index is the worst of its measurands, and names it', () => {
	const judged = deviceIndex(defaultProfile, levelII, { ammonia: 0.1, hydrogenSulfide: 0.06, battery: 3 })
	expect(judged).toMatchObject({ index: 20, primary: ['hydrogenSulfide'] })
})

test('measurands that tie for the worst are all named', () => {
	expect(deviceIndex(defaultProfile, levelII, { ammonia: 6, hydrogenSulfide: 0.32 })?.primary).toEqual([
		'ammonia',
		'hydrogenSulfide',
	])
})

test('without a scored value the index is undefined, neither 0 nor 100', () => {
	expect(deviceIndex(defaultProfile, levelII, { battery: 50, visits: 3 })).toBeUndefined()
	expect(deviceIndex(defaultProfile, levelII, {})).toBeUndefined()
})

test('an index stays within 0 and 100, and a value further from good never has a better one', () => {
	const scaled = measurands.filter((name) => name !== 'ph' && defaultProfile.measurands[name]?.scale)
	fc.assert(
		fc.property(
			fc.constantFrom(...scaled),
			fc.double({ min: 0, max: 300, noNaN: true }),
			fc.double({ min: 0, max: 50, noNaN: true }),
			(name, value, more) => {
				const better = measurandIndex(defaultProfile, levelII, name, { [name]: value })
				const worse = measurandIndex(defaultProfile, levelII, name, { [name]: value + more })
				if (better === undefined || worse === undefined) return
				expect(better).toBeLessThanOrEqual(100)
				expect(worse).toBeGreaterThanOrEqual(0)
				expect(worse).toBeLessThanOrEqual(better + 1e-9)
			},
		),
	)
})

test('a scale may rise, fall and turn', () => {
	const turning = [
		[0, 0],
		[5, 100],
		[10, 100],
		[20, 0],
	] as const
	expect([0, 2.5, 7, 15, 30].map((value) => indexOf(value, turning))).toEqual([0, 50, 100, 50, 0])
})
