import type { DeviceDay, Excuse, Factor } from '../../contract/score/score.ts'
import type { Measurand } from '../../contract/telemetry/measurand.ts'
import { type DeviceHistory, lostPoints, meanIndex, standingBefore, takeHour } from './deviceHistory.ts'

/** Points and hours by factor; `beyond`: hours in which the factor alone was beyond its limit. */
export type Loss = Map<Factor, { points: number; hours: number; beyond: number }>

/** Points that an hour loses exactly at the limit, where the index is 60. */
const AT_LIMIT = 40

/** A device's day, its gaps judged. */
export type DeviceLoss = {
	day: DeviceDay
	valid: number
	missing: number
	excused: Partial<Record<Excuse, number>>
	/** Mean points lost over the hours that count; undefined where nothing is known of the device (ADR 8). */
	lost: Loss | undefined
}

/**
 * What a device's day lost. The minutes of a gap hour that readings held count as read. The others count with the index
 * last shown, at most with the device's own mean up to then: what comes later never changes what a gap counts. Before
 * the first reading ever, the mean of the day stands in.
 * @param earlier the days looked back at, the latest first
 * @returns undefined `lost` for a device that showed nothing on any of these days
 */
export function deviceLoss(history: DeviceHistory, day: string, earlier: readonly string[]): DeviceLoss | undefined {
	const own = history.get(day)
	if (!own) return undefined
	const { sums, shown: shownBefore } = standingBefore(history, earlier)
	const found: DeviceLoss = { day: own.device, valid: 0, missing: 0, excused: {}, lost: undefined }
	const ofTheDay = meanIndex(own.sums)
	const lost: Loss = new Map()
	for (const hour of own.device.hours) {
		takeHour(sums, hour)
		switch (hour.is) {
			case 'valid':
				found.valid += 1
				addLost(lost, hour.lost, 1)
				break
			case 'gap': {
				found.missing += 1
				const held = hour.minutes / 60
				addLost(lost, hour.lost ?? {}, held)
				const index = Math.min(hour.shown ?? shownBefore ?? 100, meanIndex(sums) ?? ofTheDay ?? 100)
				if (index < 100) add(lost, 'missing', (100 - index) * (1 - held))
				break
			}
			case 'excused':
				found.excused[hour.why] = (found.excused[hour.why] ?? 0) + 1
		}
	}
	const counting = found.valid + found.missing
	if (counting === 0 || meanIndex(sums) === undefined) return found
	for (const part of lost.values()) part.points /= counting
	return { ...found, lost }
}

/** Shares of a rounded sum never exceed 100 points an hour. */
function addLost(lost: Loss, points: Partial<Record<Measurand, number>>, weight: number): void {
	const sum = Object.values(points).reduce((a, b) => a + b, 0)
	const scale = sum === 0 ? 1 : lostPoints(points) / sum
	for (const [name, value] of Object.entries(points))
		add(lost, name as Measurand, value * scale * weight, value * scale > AT_LIMIT ? 1 : 0)
}

function add(lost: Loss, factor: Factor, points: number, beyond = 0): void {
	const known = lost.get(factor)
	if (known) {
		known.points += points
		known.hours += 1
		known.beyond += beyond
	} else lost.set(factor, { points, hours: 1, beyond })
}

/** All points of a loss. */
export const totalOf = (lost: Loss): number => [...lost.values()].reduce((sum, { points }) => sum + points, 0)
