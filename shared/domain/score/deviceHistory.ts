import type { CourtyardDay, DeviceDay, HourScore, Lost } from '../../contract/score/score.ts'
import { dayEnd, dayStart } from '../time/shanghai.ts'

const HOUR = 3_600_000

/** The points an hour lost by readings: 0 to 100. */
export const lostPoints = (lost: Lost): number =>
	Math.min(
		100,
		Object.values(lost).reduce((sum, points) => sum + points, 0),
	)

/** The sums that a mean is made of: lost points and number of valid hours; of gap hours, by the minutes that were read. */
export type Sums = { points: number; hours: number; partPoints: number; minutes: number }
type Known = { device: DeviceDay; sums: Sums }

/** The days of a device, by day; hours at which it turned out later to have been stuck are gaps. */
export type DeviceHistory = ReadonlyMap<string, Known>

/** By device. @param days of one courtyard, each once */
export function deviceHistories(days: readonly CourtyardDay[]): Map<string, DeviceHistory> {
	const own = new Map<string, Map<string, DeviceDay>>()
	for (const { day, devices } of days) {
		for (const device of devices) {
			const known = own.get(device.device) ?? new Map<string, DeviceDay>()
			own.set(device.device, known.set(day, device))
		}
	}
	return new Map(
		[...own].map(([id, history]) => [id, new Map(corrected(history).map(([day, one]) => [day, known(one)]))]),
	)
}

function corrected(history: ReadonlyMap<string, DeviceDay>): [string, DeviceDay][] {
	const stuck = [...history].flatMap(([day, { stuckSince }]) =>
		stuckSince === undefined ? [] : { day, since: stuckSince },
	)
	return [...history].map(([day, device]) => {
		const since = Math.min(...stuck.filter((found) => found.day > day).map((found) => found.since))
		return [day, since < dayEnd(day) ? withoutStuck(device, dayStart(day), since) : device]
	})
}

function known(device: DeviceDay): Known {
	const sums = { points: 0, hours: 0, partPoints: 0, minutes: 0 }
	for (const hour of device.hours) takeHour(sums, hour)
	return { device, sums }
}

export function takeHour(sums: Sums, hour: HourScore): void {
	if (hour.is === 'valid') {
		sums.points += lostPoints(hour.lost)
		sums.hours += 1
	} else if (hour.is === 'gap' && hour.lost) {
		sums.partPoints += lostPoints(hour.lost) * hour.minutes
		sums.minutes += hour.minutes
	}
}

/** The mean index of valid hours; without any, of the parts of hours that were read; undefined without these. */
export function meanIndex({ points, hours, partPoints, minutes }: Sums): number | undefined {
	if (hours > 0) return 100 - points / hours
	return minutes > 0 ? 100 - partPoints / minutes : undefined
}

/** A day up to the instant since which the sensor stood still. */
function withoutStuck({ shown: _, ...day }: DeviceDay, start: number, since: number): DeviceDay {
	let shown: number | undefined
	const hours = day.hours.map((hour, i): HourScore => {
		if (start + (i + 1) * HOUR <= since || hour.is === 'excused') {
			if (hour.is === 'valid') shown = 100 - lostPoints(hour.lost)
			if (hour.is === 'gap') shown = hour.shown ?? shown
			return hour
		}
		return { is: 'gap', minutes: 0, ...(shown === undefined ? {} : { shown }) }
	})
	return { ...day, hours, ...(shown === undefined ? {} : { shown }) }
}

/**
 * What is known of a device at the beginning of a day, and the index it last showed.
 * @param earlier the days looked back at, the latest first
 */
export function standingBefore(
	history: DeviceHistory,
	earlier: readonly string[],
): { sums: Sums; shown: number | undefined } {
	const sums = { points: 0, hours: 0, partPoints: 0, minutes: 0 }
	let shown: number | undefined
	for (const day of earlier) {
		const known = history.get(day)
		if (!known) continue
		shown ??= known.device.shown
		sums.points += known.sums.points
		sums.hours += known.sums.hours
		sums.partPoints += known.sums.partPoints
		sums.minutes += known.sums.minutes
	}
	return { sums, shown }
}
