import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FleetDevice, madeFleet, madeRegistry, vendorOf } from '../../../../devices/simulator/madeTownship.ts'
import { messagesOf } from '../../../../devices/simulator/messages.ts'
import { onMains } from '../../../../devices/simulator/radio.ts'
import { checkAgainst } from '../../../../devices/simulator/scenario/effects.ts'
import { Scenario } from '../../../../devices/simulator/scenario/scenario.ts'
import { RegistryImport } from '../../../../shared/contract/registry/registry.ts'
import { decode } from '../codecs/decode.ts'
import { seed } from './fleet.ts'

const hour = 3_600_000
const start = Date.UTC(2026, 10, 28, 16)
const fleet = madeFleet(60, seed)
const steady = fleet.filter(({ character }) => character === 'steady' || character === 'neglected')

const scenario = (hours: number, ...events: object[]): Scenario =>
	Scenario.parse({ name: { zh: '试', en: 'Test' }, about: { zh: '试', en: 'Test' }, hours, events })
const ordinary = scenario(12)

const messages = (simulated: FleetDevice, under: Scenario, withSeed = seed) => [
	...messagesOf(simulated, under, start, withSeed),
]
const readings = (simulated: FleetDevice, under: Scenario) =>
	messages(simulated, under).flatMap(
		({ thing, payload }) => decode('json', payload, { thing, receivedAt: start }).readings,
	)
const valuesOf = (simulated: FleetDevice, under: Scenario, name: 'fill' | 'level' | 'cod'): number[] =>
	readings(simulated, under).flatMap(({ values }) => values[name] ?? [])
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

const span = { fromHour: fc.integer({ min: 0, max: 8 }), hours: fc.integer({ min: 1, max: 8 }) }
const where = fc.record(
	{ village: fc.constantFrom(1, 2), share: fc.double({ min: 0.1, max: 1, noNaN: true }) },
	{ requiredKeys: [] },
)
const anyEvent = fc.oneof(
	fc.record({ what: fc.constant('power-cut'), where, ...span }),
	fc.record({
		...{ what: fc.constant('network-flapping'), where, ...span },
		...{ upMinutes: fc.integer({ min: 1, max: 60 }), downMinutes: fc.integer({ min: 1, max: 120 }) },
	}),
	fc.record({ what: fc.constant('rain-storm'), millimetresAnHour: fc.integer({ min: 1, max: 50 }), ...span }),
)

describe('the messages of a fleet under a scenario', () => {
	test('are the same for the same seed, whoever else is there, and others for another', () => {
		fc.assert(
			fc.property(fc.array(anyEvent, { maxLength: 4 }), fc.nat(0xffffffff), (events, anySeed) => {
				const under = scenario(12, ...events)
				const few = madeFleet(12, anySeed)
				const once = few.map((simulated) => messages(simulated, under, anySeed))
				expect(few.map((simulated) => messages(simulated, under, anySeed))).toEqual(once)
				expect(few.map((simulated) => messages(simulated, under, anySeed ^ 1))).not.toEqual(once)
			}),
			{ numRuns: 25 },
		)
	})

	test('leave in order, within the scenario, and hold each reading at most once and never before it was measured', () => {
		fc.assert(
			fc.property(fc.constantFrom(...steady), fc.array(anyEvent, { maxLength: 4 }), (simulated, events) => {
				const under = scenario(12, ...events)
				let before = start
				for (const { sendAt, thing, payload, readings: count } of messages(simulated, under)) {
					const { readings: held } = decode('json', payload, { thing, receivedAt: sendAt })
					expect(held).toHaveLength(count)
					expect(sendAt).toBeGreaterThanOrEqual(Math.max(before, ...held.map(({ at }) => at)))
					expect(sendAt).toBeLessThanOrEqual(start + 12 * hour)
					before = sendAt
				}
				const instants = readings(simulated, under).map(({ at }) => at)
				expect(new Set(instants).size).toBe(instants.length)
				const usual = new Set(readings(simulated, ordinary).map(({ at }) => at))
				expect(instants.every((at) => usual.has(at))).toBe(true)
			}),
			{ numRuns: 60 },
		)
	})

	test('nothing special happening, are one for each reading', () => {
		for (const simulated of steady)
			for (const { readings: count } of messages(simulated, ordinary)) expect(count).toBe(1)
	})
})

describe('a power cut of a village', () => {
	const under = scenario(12, { what: 'power-cut', where: { village: 1 }, fromHour: 4, hours: 4 })
	const [from, to] = [start + 4 * hour, start + 8 * hour]

	test('silences what is on the mains; what has a battery is heard when the power is back, and loses nothing', () => {
		for (const simulated of steady.filter(({ village }) => village === 1)) {
			const sent = messages(simulated, under).map(({ sendAt }) => sendAt)
			expect(sent.some((at) => at >= from && at < to)).toBe(false)
			const told = readings(simulated, under)
			const usual = readings(simulated, ordinary)
			if (onMains.has(simulated.equipment)) {
				expect(told).toEqual(usual.filter(({ at }) => at < from || at >= to))
			} else {
				expect(told).toEqual(usual)
				expect(sent).toContain(to)
			}
		}
	})

	test('leaves the other villages as they are', () => {
		for (const simulated of steady.filter(({ village }) => village !== 1))
			expect(messages(simulated, under)).toEqual(messages(simulated, ordinary))
	})
})

test('a network that comes and goes delays readings into packs and loses none; devices do not come back together', () => {
	const flapping = { what: 'network-flapping', fromHour: 2, hours: 8, upMinutes: 10, downMinutes: 35 }
	const under = scenario(12, flapping)
	const comingBack = new Set<number>()
	for (const simulated of steady) {
		expect(readings(simulated, under)).toEqual(readings(simulated, ordinary))
		for (const { sendAt, readings: count } of messages(simulated, under)) if (count > 1) comingBack.add(sendAt)
	}
	expect(comingBack.size).toBeGreaterThan(100)
})

test('the clocks of one vendor are wrong, those of the others right', () => {
	const under = scenario(12, { what: 'wrong-clock', where: { vendor: 'B' }, hours: 12, offSeconds: 28_800 })
	const wrong = steady.filter(({ device }) => vendorOf(device.id) === 'B')
	expect(wrong.length).toBeGreaterThan(5)
	for (const simulated of steady) {
		const off = wrong.includes(simulated) ? 28_800_000 : 0
		expect(readings(simulated, under).map(({ at }) => at)).toEqual(
			readings(simulated, ordinary).map(({ at }) => at + off),
		)
	}
})

test('at the Spring Festival bins overflow that else do not', () => {
	const under = scenario(72, { what: 'waste-surge', hours: 72, factor: 2.5 })
	const bins = fleet.filter(({ device, character }) => device.kind === 'waste' && character === 'steady')
	const full = (in_: Scenario) => bins.flatMap((bin) => valuesOf(bin, in_, 'fill')).filter((fill) => fill >= 100).length
	expect(full(under)).toBeGreaterThan(4 * full(scenario(72)) + 100)
})

test('in a rain storm wells rise and sewage is thinned, and both are over after it', () => {
	const under = scenario(18, { what: 'rain-storm', fromHour: 6, hours: 6, millimetresAnHour: 30 })
	const calm = scenario(18)
	const wells = fleet.filter(({ equipment }) => equipment === 'lift-well')
	const works = fleet.filter(({ equipment }) => equipment === 'treatment-works')
	for (const well of wells)
		expect(Math.max(...valuesOf(well, under, 'level'))).toBeGreaterThan(Math.max(...valuesOf(well, calm, 'level')) + 20)
	for (const plant of works)
		expect(mean(valuesOf(plant, under, 'cod'))).toBeLessThan(mean(valuesOf(plant, calm, 'cod')))
	for (const well of wells) expect(valuesOf(well, under, 'level').at(-1)).toBe(valuesOf(well, calm, 'level').at(-1))
})

describe('the township that is made', () => {
	test('is one that the registry takes', () => {
		const registry = madeRegistry(fleet, start)
		expect(RegistryImport.parse(registry)).toMatchObject({ devices: { length: 60 }, courtyards: { length: 10 } })
		expect(new Set(registry.devices.map(({ id }) => id)).size).toBe(60)
	})

	test('grows by further devices, the ones before stay what they are', () => {
		const devices = (count: number) => madeFleet(count, seed).map(({ device, village }) => ({ device, village }))
		expect(devices(500).slice(0, 60)).toEqual(devices(60))
	})

	test('has the villages that a scenario names, or that is told', () => {
		const under = scenario(12, { what: 'power-cut', where: { village: 9 }, hours: 1 })
		expect(() => checkAgainst(under, fleet)).toThrow('events.0.where.village: expected 1 to 4 with 60 devices, got 9')
	})
})
