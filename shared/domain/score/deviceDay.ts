import type { Profile } from '../../contract/profile/profile.ts'
import type { DeviceDay, Doubt } from '../../contract/score/score.ts'
import { Revolution } from '../../contract/telemetry/measurand.ts'
import type { Exclusion } from '../../ports/exclusions.ts'
import { dayEnd, dayStart } from '../time/shanghai.ts'
import { deviceHours } from './deviceHours.ts'
import type { DeviceTrack } from './deviceTrack.ts'
import { excusesOf } from './excuses.ts'
import type { Outage } from './groupOutages.ts'
import { judgedTime } from './judged.ts'
import { stuckTimes } from './stuck.ts'

/** What the rest of its village tells of a device's day. */
export type Around = {
	neighbours: readonly DeviceTrack[]
	/** Those that excuse the device. */
	outages: readonly Outage[]
	exclusions: readonly Exclusion[]
}

/** The day of one device of a revolution. */
export function deviceDay(profile: Profile, day: string, track: DeviceTrack, around: Around): DeviceDay {
	const { device, instants } = track
	const [start, end] = [dayStart(day), dayEnd(day)]
	const stuck = stuckTimes(track, around.neighbours, end).filter(({ until }) => until > start)
	const stuckSince = Math.min(...stuck.map(({ from }) => from))
	const judged = judgedTime(profile, device, instants, end)
	const excuses = excusesOf(track, around.exclusions, around.outages, end)
	const signals = instants.flatMap(({ at, values }) => (at >= start ? (values.signal ?? []) : []))
	return {
		device: device.id,
		revolution: Revolution.parse(device.kind),
		...deviceHours(profile, start, judged, excuses, stuck),
		doubts: doubtsOf(day, track, stuck.length > 0),
		...(stuckSince < start ? { stuckSince } : {}),
		...(signals.length === 0 ? {} : { signal: median(signals) }),
	}
}

/** What the day alone makes doubtful. What needs other days to be seen is found by `periodDoubts`. */
const doubtsOf = (day: string, { device }: DeviceTrack, isStuck: boolean): Doubt[] => [
	...(isStuck ? (['flat-line'] as const) : []),
	...(device.moves.some(({ until }) => until === day) ? (['moved'] as const) : []),
]

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b)
	const middle = sorted.length / 2
	return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
