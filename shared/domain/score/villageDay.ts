import type { Profile } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import type { CourtyardDay, DeviceDay } from '../../contract/score/score.ts'
import { Revolution } from '../../contract/telemetry/measurand.ts'
import type { Exclusion } from '../../ports/exclusions.ts'
import { holdOf } from '../alarm/fold.ts'
import { outageGroups } from '../alarm/outage.ts'
import { hourOf, hourStart } from '../telemetry/hour.ts'
import { dayEnd, dayStart } from '../time/shanghai.ts'
import { deviceDay } from './deviceDay.ts'
import { type DeviceTrack, deviceTrack, type TrackHour } from './deviceTrack.ts'
import { groupOutages, type Outage } from './groupOutages.ts'

export type VillageDay = {
	/** The one in force on the day. */
	profile: Profile
	/** Asia/Shanghai. */
	day: string
	/** All that count for a courtyard of the village on this day, each once. */
	devices: readonly { device: Device; courtyard: string }[]
	/** By device, from the hour of `neededSince` to the end of the day, in any order. Later ones do not matter. */
	hours: ReadonlyMap<string, readonly TrackHour[]>
	/** Of devices that have no hour among these: their newest reading before. Tells an outage that lasts for days. */
	lastSeen?: ReadonlyMap<string, number>
	exclusions: readonly Exclusion[]
	/** Each gets its day, also without devices. */
	courtyards: readonly string[]
}

/**
 * The first instant of which readings matter for a device's day: what still holds at midnight, and the alarm state
 * (`carry`) of the hour it lies in.
 */
export const neededSince = (profile: Profile, device: Device, day: string): number =>
	hourStart(hourOf(dayStart(day) - holdOf(profile, device)))

/**
 * Scores a day of all courtyards of a village: together, because what their neighbours show tells an outage, or a sensor
 * that is stuck, from a gap. A function of the set of readings, the profile and the registry.
 * @returns a day for each of `courtyards`, in the order of ids
 */
export function scoreVillageDay(input: VillageDay): CourtyardDay[] {
	const { profile, day, hours, exclusions } = input
	const [start, end] = [dayStart(day), dayEnd(day)]
	const sensorsOnly = { ...profile, alarms: profile.alarms.filter(({ concerns }) => concerns === 'device') }
	const placed = input.devices
		.filter(({ device }) => Revolution.safeParse(device.kind).success)
		.sort((a, b) => (a.device.id < b.device.id ? -1 : 1))
	const tracks = placed.map(({ device }) => {
		const since = neededSince(profile, device, day)
		const own = (hours.get(device.id) ?? []).filter(({ hour }) => hourStart(hour) >= since && hourStart(hour) < end)
		return deviceTrack(sensorsOnly, device, own, input.lastSeen?.get(device.id), end)
	})
	const courtyardOf = new Map(placed.map(({ device, courtyard }) => [device.id, courtyard]))
	// The plug of a courtyard's own gateway must not excuse it: an outage reaches beyond one courtyard (ADR 8).
	const outages = outagesOf(profile, tracks, start).filter(
		({ shared }) => new Set([...shared].map((id) => courtyardOf.get(id))).size > 1,
	)
	const byKind = Map.groupBy(tracks, ({ device }) => device.kind)
	const days = new Map<string, DeviceDay[]>(input.courtyards.map((courtyard) => [courtyard, []]))
	for (const track of tracks) {
		const { device } = track
		const own = days.get(courtyardOf.get(device.id) ?? '')
		const neighbours = (byKind.get(device.kind) ?? []).filter((other) => other !== track)
		const ownOutages = outages.filter((outage) => outage.device === device.id)
		own?.push(deviceDay(profile, day, track, { neighbours, outages: ownOutages, exclusions }))
	}
	return [...days]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([courtyard, devices]) => ({ courtyard, day, profile: `${profile.id}@${profile.version}`, devices }))
}

/** One that was never heard is neither part of an outage nor counted. */
function outagesOf(profile: Profile, tracks: readonly DeviceTrack[], start: number): Outage[] {
	const heard = tracks.filter(({ wasHeard }) => wasHeard)
	const groups = outageGroups(
		heard.map(({ device }) => device),
		() => 'village',
	)
	return groups.flatMap((group) => {
		const members = new Set(group.members)
		const silences = heard
			.filter(({ device }) => members.has(device))
			.flatMap((track) => track.silences)
			.filter(({ until }) => until > start)
		return groupOutages(profile, group, silences)
	})
}
