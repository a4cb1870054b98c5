import type { CourtyardDay, DeviceDay, HourScore, Lost } from '../../contract/score.ts'
import { addDays, dayEnd, dayStart } from '../time/shanghai.ts'

const HOUR = 3_600_000

/** The points an hour lost by readings: 0 to 100. */
export const lostPoints = (lost: Lost): number =>
	Math.min(
		100,
		Object.values(lost).reduce((sum, points) => sum + points, 0),
	)

/** A device's day, and the sums that its mean is made of: over valid hours, and over the minutes of gap hours. */
type Known = { device: DeviceDay; points: number; hours: number; partPoints: number; minutes: number }

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
	const found: Known = { device, points: 0, hours: 0, partPoints: 0, minutes: 0 }
	for (const hour of device.hours) {
		if (hour.is === 'valid') {
			found.points += lostPoints(hour.lost)
			found.hours += 1
		} else if (hour.is === 'gap' && hour.lost) {
			found.partPoints += lostPoints(hour.lost) * hour.minutes
			found.minutes += hour.minutes
		}
	}
	return found
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

/** What a device is known by on a day without regard to its gaps. */
export type Standing = {
	/** The mean index of its own hours; undefined where it showed nothing in all the days looked back. */
	mean: number | undefined
	/** The index it last showed before the day. */
	shown: number | undefined
}

/**
 * Its mean over the valid hours of a day and the days before, and what it last showed before the day. A device without
 * a valid hour is known by the parts of hours it was heard in.
 */
export function standingOn(history: DeviceHistory, day: string, lookBackDays: number): Standing {
	let [points, hours, partPoints, minutes] = [0, 0, 0, 0]
	let shown: number | undefined
	for (let back = 0; back <= lookBackDays; back += 1) {
		const known = history.get(addDays(day, -back))
		if (!known) continue
		if (back > 0) shown ??= known.device.shown
		points += known.points
		hours += known.hours
		partPoints += known.partPoints
		minutes += known.minutes
	}
	const lost = hours > 0 ? points / hours : minutes > 0 ? partPoints / minutes : undefined
	return { mean: lost === undefined ? undefined : 100 - lost, shown }
}
