import type { Profile } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import { type Measurand, measurands, type Values } from '../../contract/telemetry/measurand.ts'
import type { Fault, Reading } from '../../contract/telemetry/reading.ts'

/** How far a device's clock may run ahead of ours, milliseconds (domain section 4). */
export const CLOCK_AHEAD_MS = 5 * 60_000

export type Admission = { reading: Reading; fault?: undefined } | { reading?: Reading; fault: Fault }

/**
 * Decides whether a reading may count: its device is registered and the publishing thing may speak for it, its time is
 * neither too old nor ahead, and every value is plausible. A reading with implausible values is refused as a whole;
 * what remains of it are only these values, marked as unusable, so that the device's care can be asked for.
 * @param acceptedAge milliseconds a reading may be late
 */
export function admit(
	reading: Reading,
	device: Device | undefined,
	profile: Profile,
	context: { thing: string; receivedAt: number; acceptedAge: number },
): Admission {
	const about = { device: reading.device, at: reading.at }
	if (!device) return { fault: { code: 'unregistered', ...about } }
	if (device.id !== context.thing && device.gateway !== context.thing) {
		return { fault: { code: 'not-listed', got: context.thing, ...about } }
	}
	const late = context.receivedAt - reading.at
	if (late > context.acceptedAge) {
		return { fault: { code: 'too-late', got: iso(reading.at), expected: days(context.acceptedAge), ...about } }
	}
	if (-late > CLOCK_AHEAD_MS) return { fault: { code: 'clock-ahead', got: iso(reading.at), ...about } }

	const wrong = measurands.filter((name) => !isPlausible(profile, name, reading.values[name]))
	const [first] = wrong
	if (first === undefined) return { reading }
	const range = profile.measurands[first]?.plausible
	return {
		reading: { device: reading.device, at: reading.at, values: only(wrong, reading.values), bad: wrong },
		fault: {
			code: 'implausible',
			field: first,
			got: String(reading.values[first]),
			measurands: wrong,
			...(range ? { expected: `${range[0]}..${range[1]}` } : {}),
			...about,
		},
	}
}

const only = (names: readonly Measurand[], values: Values): Values =>
	Object.fromEntries(names.map((name) => [name, values[name]]))

function isPlausible(profile: Profile, name: Measurand, value: number | undefined): boolean {
	if (value === undefined) return true
	const range = profile.measurands[name]?.plausible
	return range === undefined || (value >= range[0] && value <= range[1])
}

const iso = (at: number): string => new Date(at).toISOString()
const days = (ms: number): string => `${ms / 86_400_000} d`
