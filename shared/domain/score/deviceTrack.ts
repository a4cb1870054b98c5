import type { Profile } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import { type Carry, NO_CARRY, unpackCarry } from '../alarm/carry.ts'
import { foldAlarms, patienceOf } from '../alarm/fold.ts'
import { silentFrom } from '../alarm/outOfService.ts'
import type { AlarmInterval } from '../alarm/state.ts'
import { type Instant, unpackHour } from '../telemetry/hourPack.ts'
import type { Silence } from './groupOutages.ts'

/** An hour of a device as it is kept. */
export type TrackHour = { hour: string; readings: readonly string[]; alarms?: string; carry?: string }

/** All that is known of a device from its readings of a day and of the hours before. */
export type DeviceTrack = {
	device: Device
	/** The alarm state before the first of the readings. */
	before: Carry
	/** In the order of time, up to the end of the day. */
	instants: Instant[]
	/** Alarms that concern the sensor itself: worked out anew, so that they are a function of the readings. */
	faults: AlarmInterval[]
	silences: Silence[]
	wasHeard: boolean
}

/**
 * @param profile with only those alarm rules that concern the sensor
 * @param hours in any order; one that comes in pieces is put together
 * @param lastSeen its newest reading before the first of the hours, where it is known
 */
export function deviceTrack(
	profile: Profile,
	device: Device,
	hours: readonly TrackHour[],
	lastSeen: number | undefined,
	until: number,
): DeviceTrack {
	const byHour = new Map<string, { members: Set<string>; carry?: string }>()
	for (const { hour, readings, carry } of hours) {
		const known = byHour.get(hour) ?? { members: new Set() }
		for (const member of readings) known.members.add(member)
		if (carry !== undefined) known.carry = carry
		byHour.set(hour, known)
	}
	const sorted = [...byHour].sort(([a], [b]) => (a < b ? -1 : 1))
	const carried = sorted[0]?.[1].carry
	const before = carried === undefined ? NO_CARRY : unpackCarry(carried)
	const instants = sorted.flatMap(([hour, { members }]) => unpackHour(hour, members)).filter(({ at }) => at < until)
	const last = before.last ?? lastSeen
	return {
		device,
		before,
		instants,
		faults: foldAlarms(profile, device, before, instants).intervals,
		silences: silencesOf(profile, device, { last, promised: before.promised }, instants, until),
		wasHeard: last !== undefined || instants.length > 0,
	}
}

function silencesOf(
	profile: Profile,
	device: Device,
	before: { last: number | undefined; promised: number | undefined },
	instants: readonly Instant[],
	until: number,
): Silence[] {
	const found: Silence[] = []
	let { last, promised } = before
	for (const { at, values } of [...instants, { at: until, values: {} as Instant['values'] }]) {
		const patience = patienceOf(profile, device, promised)
		if (last !== undefined && at - last > patience) {
			const onset = silentFrom(device, last, patience)
			if (onset < at) found.push({ device, last, onset, until: at })
		}
		last = at
		promised = values.nextWithin
	}
	return found
}
