import { describe, expect, test } from 'vitest'
import { localHour } from '../../../../devices/simulator/localTime.ts'
import { readingsOf } from '../../../../devices/simulator/readings.ts'
import type { SimulatedDevice } from '../../../../devices/simulator/simulatedDevice.ts'
import type { Measurand } from '../../../../shared/contract/telemetry/measurand.ts'
import { day, deviceWith, fleet, from, seed } from './fleet.ts'

const steady = (equipment: string) => deviceWith((s) => s.equipment === equipment && s.character === 'steady')
const series = (simulated: SimulatedDevice, name: Measurand, days = 40) =>
	[...readingsOf(simulated, from, from + days * day, seed)].flatMap(({ at, values }) => {
		const value = values[name]
		return value === undefined ? [] : [{ at, value }]
	})
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length

describe('waste', () => {
	test('bins overflow sometimes, and each is emptied again and again', () => {
		const bins = fleet.filter(({ device }) => device.kind === 'waste')
		const overflowing = bins.filter((bin) => series(bin, 'fill').some(({ value }) => value > 100))
		expect(overflowing.length).toBeGreaterThan(2)
		expect(overflowing.length).toBeLessThan(bins.length)
		for (const bin of bins) {
			const fill = series(bin, 'fill')
			const emptied = fill.filter(({ value }, i) => value < (fill[i - 1]?.value ?? 0) - 15)
			expect(emptied.length, bin.device.id).toBeGreaterThan(3)
		}
	})

	test('between rounds a bin only fills', () => {
		const fill = series(steady('bin'), 'fill')
		// 1.2 % is the sensor's noise; anything more down is the truck.
		const falls = fill.map(({ value }, i) => (fill[i - 1]?.value ?? value) - value).filter((fall) => fall > 1.2)
		expect(Math.min(...falls)).toBeGreaterThan(10)
	})

	test('within four months some bin burns, and is hot for less than three hours', () => {
		const hot = fleet
			.filter(({ device }) => device.kind === 'waste')
			.map((bin) => series(bin, 'temperature', 120).filter(({ value }) => value > 60))
			.filter((readings) => readings.length > 0)
		expect(hot.length).toBeGreaterThan(0)
		for (const readings of hot) {
			const [first] = readings
			const fire = readings.filter(({ at }) => at - (first?.at ?? 0) < day)
			expect((fire.at(-1)?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(3 * 3_600_000)
		}
	})
})

describe('toilet', () => {
	test('visits and ammonia are higher by day than at night', () => {
		const toilet = steady('public-toilet')
		for (const name of ['visits', 'ammonia'] as const) {
			const values = series(toilet, name)
			const between = (low: number, high: number) =>
				mean(values.filter(({ at }) => localHour(at) >= low && localHour(at) < high).map(({ value }) => value))
			expect(between(7, 20)).toBeGreaterThan(1.3 * between(1, 5))
		}
	})

	test('a septic tank fills over weeks and is desludged', () => {
		const level = series(steady('public-toilet'), 'septicLevel', 120)
		const falls = level.filter(({ value }, i) => value < (level[i - 1]?.value ?? 0) - 30)
		expect(falls.length).toBeGreaterThanOrEqual(1)
		expect(falls.length).toBeLessThanOrEqual(4)
	})

	test('a drifting sensor reads more after forty days than a sound one would', () => {
		const drifting = deviceWith((s) => s.character === 'drifting')
		const sound: SimulatedDevice = { ...drifting, character: 'steady' }
		const excess = series(drifting, 'ammonia').map(({ value }, i) => value - (series40(sound)[i]?.value ?? 0))
		expect(Math.max(...excess)).toBeGreaterThan(0.5)
		expect(Math.min(...excess)).toBeGreaterThanOrEqual(-0.01)
	})
})

const cache = new Map<string, { at: number; value: number }[]>()
const series40 = (simulated: SimulatedDevice) => {
	const known = cache.get(simulated.device.id) ?? series(simulated, 'ammonia')
	cache.set(simulated.device.id, known)
	return known
}

describe('sewage', () => {
	test('a stopped pump makes the well rise', () => {
		const wells = fleet.filter(({ device }) => device.kind === 'sewage')
		const faults = wells
			.flatMap((well) => [...readingsOf(well, from, from + 120 * day, seed)])
			.filter((reading) => reading.values.pumpFault === 1)
		expect(faults.length).toBeGreaterThan(0)
		expect(Math.max(...faults.map(({ values }) => values.level ?? 0))).toBeGreaterThan(90)
	})

	test('steady works mostly keep their limit, flow follows the meals', () => {
		const works = steady('treatment-works')
		const limit = { I: 60, II: 80, III: 100 }[works.device.sewageLevel]
		const cod = series(works, 'cod')
		expect(cod.filter(({ value }) => value <= limit).length / cod.length).toBeGreaterThan(0.9)
		const flow = series(works, 'flow')
		const at = (hour: number) =>
			mean(flow.filter((f) => Math.floor(localHour(f.at)) === hour).map(({ value }) => value))
		expect(at(19)).toBeGreaterThan(2 * at(2))
	})
})

describe('battery', () => {
	test('falls slowly', () => {
		const battery = series(
			deviceWith((s) => s.equipment === 'bin' && s.character === 'steady'),
			'battery',
		)
		const fall = (battery[0]?.value ?? 0) - (battery.at(-1)?.value ?? 0)
		expect(fall).toBeGreaterThanOrEqual(3)
		expect(fall).toBeLessThanOrEqual(13)
	})
})
