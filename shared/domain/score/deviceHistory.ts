import type { CourtyardDay, DeviceDay, HourScore, Lost } from '../../contract/score.ts'
import { addDays, dayStart } from '../time/shanghai.ts'

const HOUR = 3_600_000

/** The points an hour lost by readings: 0 to 100. */
export const lostPoints = (lost: Lost): number =>
	Math.min(
		100,
		Object.values(lost).reduce((sum, points) => sum + points, 0),
	)

/** The days of each device of a courtyard, by day; hours at which it turned out later to have been stuck are gaps. */
export type DeviceHistory = ReadonlyMap<string, DeviceDay>

export function deviceHistories(days: readonly CourtyardDay[]): Map<string, DeviceHistory> {
	const histories = new Map<string, Map<string, DeviceDay>>()
	for (const { day, devices } of days) {
		for (const device of devices) {
			const known = histories.get(device.device) ?? new Map<string, DeviceDay>()
			histories.set(device.device, known.set(day, device))
		}
	}
	for (const history of histories.values()) {
		const sinces = [...history].flatMap(([found, { stuckSince }]) =>
			stuckSince === undefined ? [] : [[found, stuckSince] as const],
		)
		for (const [found, since] of sinces) {
			for (const [day, known] of history) {
				if (day < found && dayStart(day) + 24 * HOUR > since)
					history.set(day, withoutStuck(known, dayStart(day), since))
			}
		}
	}
	return histories
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
		const known = history.get(back === 0 ? day : addDays(day, -back))
		if (!known) continue
		if (back > 0) shown ??= known.shown
		for (const hour of known.hours) {
			if (hour.is === 'valid') {
				points += lostPoints(hour.lost)
				hours += 1
			} else if (hour.is === 'gap' && hour.lost) {
				partPoints += lostPoints(hour.lost) * hour.minutes
				minutes += hour.minutes
			}
		}
	}
	const lost = hours > 0 ? points / hours : minutes > 0 ? partPoints / minutes : undefined
	return { mean: lost === undefined ? undefined : 100 - lost, shown }
}
