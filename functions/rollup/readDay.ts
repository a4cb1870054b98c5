import type { Profile } from '../../shared/contract/profile/profile.ts'
import type { TrackHour } from '../../shared/domain/score/deviceTrack.ts'
import type { PlacedDevice } from '../../shared/domain/score/placedDevices.ts'
import { neededSince } from '../../shared/domain/score/villageDay.ts'
import { hourOf } from '../../shared/domain/telemetry/hour.ts'
import { lastReadingAt } from '../../shared/domain/telemetry/lastReading.ts'
import { dayEnd } from '../../shared/domain/time/shanghai.ts'
import type { TelemetryHistory } from '../../shared/ports/telemetryStore.ts'
import { inParallel } from '../../shared/work/inParallel.ts'

/** Devices that are read at a time. */
const WIDTH = 16

/** All that a village's day is scored from. */
export type DayReadings = { hours: Map<string, readonly TrackHour[]>; lastSeen: Map<string, number> }

/** Reads the hours of the devices that matter for a day, strongly consistent; of those without any, when they were last seen. */
export async function readDay(
	telemetry: TelemetryHistory,
	profile: Profile,
	day: string,
	placed: readonly PlacedDevice[],
): Promise<DayReadings> {
	const read: DayReadings = { hours: new Map(), lastSeen: new Map() }
	await inParallel(placed, WIDTH, async ({ device }) => {
		const since = hourOf(neededSince(profile, device, day))
		const items = await telemetry.between(device.id, since, hourOf(dayEnd(day) - 1))
		const heard = items.filter(({ readings }) => readings.length > 0)
		read.hours.set(
			device.id,
			heard.map(({ hour, readings, carry }) => ({ hour, readings, ...(carry === undefined ? {} : { carry }) })),
		)
		const last = heard.length > 0 ? undefined : await lastBefore(telemetry, device.id, since)
		if (last !== undefined) read.lastSeen.set(device.id, last)
	})
	return read
}

async function lastBefore(telemetry: TelemetryHistory, device: string, hour: string): Promise<number | undefined> {
	let item = await telemetry.previous(device, hour)
	// An hour may be there without readings, marked by those of the next.
	while (item && item.readings.length === 0) item = await telemetry.previous(device, item.hour)
	return item && lastReadingAt(item.hour, item.readings)
}
