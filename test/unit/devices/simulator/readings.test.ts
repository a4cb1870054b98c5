import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingsOf } from '../../../../devices/simulator/readings.ts'
import { measurands } from '../../../../shared/contract/telemetry/measurand.ts'
import { deviceIndex } from '../../../../shared/domain/index/deviceIndex.ts'
import { defaultProfile } from '../../../../shared/domain/profile/defaultProfile.ts'
import { day, deviceWith, fleet, from, seed } from './fleet.ts'

const everything = (days: number, withSeed = seed) =>
	fleet.map((simulated) => [...readingsOf(simulated, from, from + days * day, withSeed)])

describe('readings of the simulated fleet', () => {
	test('the same seed gives the same bytes, another seed others', () => {
		const once = JSON.stringify(everything(2))
		expect(JSON.stringify(everything(2))).toBe(once)
		expect(JSON.stringify(everything(2, 2))).not.toBe(once)
	})

	test('the pieces, cut anywhere, equal the whole', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...fleet),
				fc.array(fc.integer({ min: 0, max: 2 * day }), { maxLength: 12 }),
				(simulated, cuts) => {
					const ends = [...new Set([0, ...cuts, 2 * day])].sort((a, b) => a - b)
					const pieces = ends
						.slice(1)
						.flatMap((end, i) => [...readingsOf(simulated, from + (ends[i] ?? 0), from + end, seed)])
					expect(pieces).toEqual([...readingsOf(simulated, from, from + 2 * day, seed)])
				},
			),
			{ numRuns: 60 },
		)
	})

	test('instants rise, lie on whole seconds within the asked time, one in each interval at most', () => {
		for (const simulated of fleet) {
			const step = simulated.device.interval * 1000
			let before = Number.NEGATIVE_INFINITY
			for (const { at } of readingsOf(simulated, from + 12_345, from + day, seed)) {
				expect(at % 1000).toBe(0)
				expect(at).toBeGreaterThanOrEqual(from + 12_345)
				expect(at).toBeLessThan(from + day)
				expect(Math.floor(at / step)).toBeGreaterThan(Math.floor(before / step))
				before = at
			}
		}
	})

	test('over a year every value is plausible and printed with few decimals', () => {
		const seen = new Set<string>()
		for (const simulated of fleet) {
			for (let week = 0; week < 52; week += 4) {
				for (const { at, values } of readingsOf(simulated, from + week * 7 * day, from + (week * 7 + 1) * day, seed)) {
					for (const name of measurands) {
						const value = values[name]
						if (value === undefined) continue
						seen.add(name)
						const [low, high] = defaultProfile.measurands[name]?.plausible ?? [Number.NaN, Number.NaN]
						if (!(value >= low && value <= high)) expect.fail(`${simulated.device.id} ${at}: ${name} ${value}`)
						if (String(value).length > 7) expect.fail(`${name} ${value} has too many decimals`)
					}
				}
			}
		}
		// A promise is no measurement; simulated sensors make none.
		expect([...seen].sort()).toEqual(measurands.filter((name) => name !== 'nextWithin').sort())
	})

	test('a steady device misses few readings, the silent one is silent for days', () => {
		const gaps = (character: string) => {
			const simulated = deviceWith((s) => s.character === character && s.device.kind === 'waste')
			const instants = [...readingsOf(simulated, from, from + 28 * day, seed)].map(({ at }) => at)
			return instants.slice(1).map((at, i) => at - (instants[i] ?? 0))
		}
		expect(Math.max(...gaps('steady'))).toBeLessThan(6 * 3_600_000)
		expect(Math.max(...gaps('silent'))).toBeGreaterThan(4 * day - 3_600_000)
	})

	test('of forty days, between 2 % and 15 % of the readings are beyond a limit', () => {
		let beyond = 0
		let all = 0
		fleet.forEach(({ device }, i) => {
			for (const { values } of forty[i] ?? []) {
				const judged = deviceIndex(defaultProfile, device, values)
				if (judged === undefined) continue
				all++
				if (judged.index < 60) beyond++
			}
		})
		expect(all).toBeGreaterThan(300_000)
		expect(beyond / all).toBeGreaterThan(0.02)
		expect(beyond / all).toBeLessThan(0.15)
	})

	test('most courtyards are good, the neglected one fails', () => {
		const indices = new Map<string, number[]>()
		fleet.forEach(({ device }, i) => {
			for (const { values } of forty[i] ?? []) {
				const index = deviceIndex(defaultProfile, device, values)?.index
				if (index === undefined) continue
				const list = indices.get(device.courtyard) ?? []
				list.push(index)
				indices.set(device.courtyard, list)
			}
		})
		const means = [...indices.values()].map((list) => list.reduce((a, b) => a + b, 0) / list.length)
		expect(means.filter((mean) => mean >= 85).length).toBeGreaterThanOrEqual(9)
		expect(means.filter((mean) => mean < 70).length).toBeGreaterThanOrEqual(1)
		expect(means.filter((mean) => mean < 70).length).toBeLessThanOrEqual(2)
	})
})

const forty = everything(40)
