import { draw, drawBetween, smoothNoise, textHash, toDecimals } from '../hash.ts'
import { episodeAt } from './episode.ts'
import { dayCurve, dayMs, hourMs, localHour } from './localTime.ts'
import type { Keys, MakeModel } from './model.ts'
import type { SimulatedDevice } from './simulatedDevice.ts'
import type { Surroundings } from './surroundings.ts'
import { airTemperature, rain } from './weather.ts'

const size = textHash('sewage size')
const quality = textHash('quality')
const solids = textHash('solids')
const nitrogen = textHash('nitrogen')
const phosphorus = textHash('phosphorus')
const acidity = textHash('acidity')
const well = textHash('well')
const pumpFault = { salt: textHash('pump fault'), everyDays: 30, chance: 0.22, hours: [3, 11] } as const
const shockLoad = { salt: textHash('shock load'), everyDays: 20, chance: 0.3, hours: [5, 18] } as const

/** Water use of the day: breakfast, lunch, supper and washing. */
const meals = dayCurve([
	0.3, 0.2, 0.2, 0.2, 0.3, 0.6, 1.2, 1.5, 1.1, 0.8, 0.8, 1.1, 1.4, 1.2, 0.8, 0.7, 0.8, 1.1, 1.5, 1.6, 1.4, 1.1, 0.8,
	0.5,
])

/** What the works of each discharge level are built to keep to, mg/L. */
const designLimit = {
	I: { cod: 60, ammoniaNitrogen: 8, totalPhosphorus: 1.5, suspendedSolids: 20 },
	II: { cod: 80, ammoniaNitrogen: 15, totalPhosphorus: 3, suspendedSolids: 30 },
	III: { cod: 100, ammoniaNitrogen: 25, totalPhosphorus: 4, suspendedSolids: 40 },
} as const

/** Rain of the last hours still runs in, mm/h. */
const runIn = (weatherKey: number, surroundings: Surroundings, at: number): number => {
	const falling = (instant: number) => rain(weatherKey, instant) + surroundings.rain(instant)
	return 0.5 * falling(at) + 0.3 * falling(at - 2 * hourMs) + 0.2 * falling(at - 4 * hourMs)
}

/** Level (% of well), flow (m³/h) and pump: when the pump stops the well rises until it spills. */
const hydraulics = (key: number, neglected: boolean, at: number, slot: number, wetness: number) => {
	const inflow = meals(localHour(at)) * (1 + 0.1 * smoothNoise(key, well, at / hourMs)) + 0.22 * wetness
	const stopped = episodeAt(key, pumpFault, at)
	const normal = 26 + 12 * inflow + 5 * (draw(key, well, slot) - 0.5) + (neglected ? 8 : 0)
	const rising = stopped === undefined ? 0 : stopped.elapsed * (9 + 8 * stopped.strength)
	return {
		level: toDecimals(Math.min(normal + rising, 104 + draw(key, well, slot)), 1),
		flow: toDecimals(drawBetween(key, size, 0, 0.8, 4) * (stopped === undefined ? inflow : 0.05), 2),
		pumpFault: stopped === undefined ? 0 : 1,
	}
}

/** A well of the pipe network reports level, flow and pump only. */
const liftWellModel =
	({ character }: SimulatedDevice, keys: Keys, surroundings: Surroundings) =>
	(at: number, slot: number) =>
		hydraulics(keys.device, character === 'neglected', at, slot, runIn(keys.weather, surroundings, at))

const worksModel: MakeModel = ({ device, character }, keys, surroundings) => {
	const key = keys.device
	const limit = designLimit[device.sewageLevel]
	const neglected = character === 'neglected'
	// Share of the limit that these works reach on an ordinary day.
	const usual = neglected ? 1.05 : drawBetween(key, quality, 0, 0.42, 0.66)

	return (at, slot) => {
		const wetness = runIn(keys.weather, surroundings, at)
		const hydraulic = hydraulics(key, neglected, at, slot, wetness)
		const shock = episodeAt(key, shockLoad, at)
		const shocked = shock === undefined ? 1 : 1 + (0.7 + 1.1 * shock.strength) * Math.sin(Math.PI * shock.progress)
		// Yesterday's meals reach the outlet some hours later; rain thins the water.
		const load = usual * shocked * (0.94 + 0.09 * meals(localHour(at - 5 * hourMs))) * (1 - 0.02 * Math.min(wetness, 8))
		const drift = character === 'drifting' ? 1 + 0.012 * ((at / dayMs) % 45) : 1
		// Each measurand has its own level and its own wandering.
		const wander = (salt: number) =>
			drawBetween(key, salt, 0, 0.85, 1.05) +
			0.1 * smoothNoise(key, salt, at / (6 * hourMs)) +
			0.03 * draw(key, salt, slot)
		const water = 13 + 0.5 * (airTemperature(keys.weather, at - 6 * hourMs) - 10)
		// Nitrification slows down in cold water.
		const cold = water < 12 ? 1 + 0.08 * (12 - water) : 1
		const values = {
			ph: toDecimals(7.4 + 0.35 * smoothNoise(key, acidity, at / (8 * hourMs)) - 0.02 * Math.min(wetness, 8), 2),
			cod: toDecimals(limit.cod * load * drift * wander(quality), 1),
			ammoniaNitrogen: toDecimals(limit.ammoniaNitrogen * load * cold * wander(nitrogen), 2),
			totalPhosphorus: toDecimals(limit.totalPhosphorus * load * wander(phosphorus), 2),
			suspendedSolids: toDecimals(limit.suspendedSolids * load * wander(solids), 1),
			waterTemperature: toDecimals(water, 1),
			...hydraulic,
		}
		if (device.sewageLevel !== 'I') return values
		return { ...values, totalNitrogen: toDecimals(20 * load * cold * wander(nitrogen), 2) }
	}
}

/** Outlet quality follows meals and rain within the works' design; wells and pumps follow the inflow. */
export const sewageModel: MakeModel = (simulated, keys, surroundings) =>
	simulated.equipment === 'lift-well'
		? liftWellModel(simulated, keys, surroundings)
		: worksModel(simulated, keys, surroundings)
