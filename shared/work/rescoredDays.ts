import type { Profile } from '../contract/profile/profile.ts'
import type { CourtyardDay } from '../contract/score/score.ts'
import type { TrackHour } from '../domain/score/deviceTrack.ts'
import { courtyardsOf, type PlacedDevice, placedDevices } from '../domain/score/placedDevices.ts'
import { neededSince, scoreVillageDay } from '../domain/score/villageDay.ts'
import { hourOf, hourStart } from '../domain/telemetry/hour.ts'
import { lastReadingAt } from '../domain/telemetry/lastReading.ts'
import { addDays, dayEnd, dayStart, daysBetween, lastDayOf } from '../domain/time/shanghai.ts'
import type { Exclusions } from '../ports/exclusions.ts'
import type { Registry } from '../ports/registry.ts'
import type { TelemetryReader } from '../ports/telemetryReader.ts'
import { inParallel } from './inParallel.ts'

export type RescoringPorts = { telemetry: Pick<TelemetryReader, 'range' | 'newest'>; exclusions: Exclusions }

/** Devices that are read at a time. */
const WIDTH = 16

/**
 * Scores a month of a village, and the days looked back, from the readings under another profile: by the same engine, and
 * nothing is kept.
 * @returns the days of each courtyard, in the order of days
 */
export async function rescoredDays(
	{ telemetry, exclusions }: RescoringPorts,
	{ registry, profile, village, month }: { registry: Registry; profile: Profile; village: string; month: string },
): Promise<Map<string, CourtyardDay[]>> {
	const first = addDays(`${month}-01`, -profile.scoring.lookBackDays - 1)
	const days = daysBetween(first, lastDayOf(month))
	const placed = new Map(days.map((day) => [day, placedDevices(registry, day).get(village) ?? []]))
	const devices = [...new Map([...placed.values()].flat().map(({ device }) => [device.id, device])).values()]
	const hours = new Map<string, TrackHour[]>()
	const before = new Map<string, number>()
	await inParallel(devices, WIDTH, async (device) => {
		const since = hourOf(neededSince(profile, device, first))
		const items = await telemetry.range(device.id, since, hourOf(dayEnd(lastDayOf(month)) - 1))
		hours.set(
			device.id,
			items
				.filter(({ readings }) => readings.length > 0)
				.map(({ hour, readings, carry }) => ({ hour, readings, ...(carry === undefined ? {} : { carry }) })),
		)
		const newest = await telemetry.newest(device.id, hourOf(hourStart(since) - 1))
		const last = newest && lastReadingAt(newest.hour, newest.readings)
		if (last !== undefined) before.set(device.id, last)
	})
	const excluded = await exclusions.between(dayStart(first), dayEnd(lastDayOf(month)))
	const found = new Map<string, CourtyardDay[]>()
	for (const [day, own] of placed) {
		const lastSeen = lastSeenOf(profile, day, own, hours, before)
		const input = { profile, day, devices: own, hours, lastSeen, exclusions: excluded, courtyards: courtyardsOf(own) }
		for (const scored of scoreVillageDay(input)) {
			found.set(scored.courtyard, [...(found.get(scored.courtyard) ?? []), scored])
		}
	}
	return found
}

/** Of devices that sent nothing that matters for the day: their newest reading before. */
function lastSeenOf(
	profile: Profile,
	day: string,
	placed: readonly PlacedDevice[],
	hours: ReadonlyMap<string, readonly TrackHour[]>,
	before: ReadonlyMap<string, number>,
): Map<string, number> {
	const seen = new Map<string, number>()
	for (const { device } of placed) {
		const since = hourOf(neededSince(profile, device, day))
		const until = hourOf(dayEnd(day))
		const own = hours.get(device.id) ?? []
		if (own.some(({ hour }) => since <= hour && hour < until)) continue
		const item = own.findLast(({ hour }) => hour < since)
		const last = item ? lastReadingAt(item.hour, item.readings) : before.get(device.id)
		if (last !== undefined) seen.set(device.id, last)
	}
	return seen
}
