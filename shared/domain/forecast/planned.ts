import type { Profile } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import type { DeviceKind, Measurand } from '../../contract/telemetry/measurand.ts'
import { limitOf } from '../alarm/limit.ts'
import { hourOf } from '../telemetry/hour.ts'

/** How the level of a container is looked at: which measurand, how far back, and every how many hours. */
export type Planned = { measurand: Measurand; days: number; everyHours: number }

/** A bin fills in days, a septic tank in months. */
const planned: Readonly<Partial<Record<DeviceKind, Planned>>> = {
	waste: { measurand: 'fill', days: 10, everyHours: 2 },
	toilet: { measurand: 'septicLevel', days: 60, everyHours: 12 },
}

export const plannedOf = ({ kind }: Device): Planned | undefined => planned[kind]

/** The hours, as in the table's key, of which the first reading is looked at. */
export function hoursToLookAt({ days, everyHours }: Planned, now: number): string[] {
	const step = everyHours * 3_600_000
	const last = Math.floor(now / step) * step
	return Array.from({ length: (days * 24) / everyHours }, (_, i) => hourOf(last - i * step)).toReversed()
}

/** Where emptying is due: the limit of the alarm, which is where the index is 60. */
export function emptyingLimit(profile: Profile, device: Device, measurand: Measurand): number | undefined {
	for (const rule of profile.alarms) {
		if (rule.watches === 'limit' && rule.measurand === measurand && rule.direction === 'high') {
			return limitOf(profile, rule, device, {})
		}
	}
	return undefined
}
