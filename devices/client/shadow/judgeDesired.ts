import {
	CalibrationOffset,
	type DeviceConfig,
	ReportingInterval,
} from '../../../shared/contract/registry/deviceConfig.ts'
import { Measurand } from '../../../shared/contract/telemetry/measurand.ts'
import * as z from '../../../shared/contract/zod.ts'

export type Judged = {
	readonly config: DeviceConfig
	/** What was not taken, by its place (`interval`, `offsets.ammonia`), and why. */
	readonly refused: Readonly<Record<string, string>>
}

const JsonObject = z.record(z.string(), z.unknown())

const because = (value: unknown, error: z.core.$ZodError): string =>
	`${error.issues.map(({ message }) => message).join('; ')}, got ${JSON.stringify(value)?.slice(0, 80)}`

/**
 * Takes of what is desired each value that can be taken; of one that cannot, what was in force stays. What is not desired
 * is as it came from the factory (`standard`).
 * @param desired `state.desired` of the shadow
 */
export const judgeDesired = (desired: unknown, inForce: DeviceConfig, standard: DeviceConfig): Judged => {
	const refused: Record<string, string> = {}
	const whole = JsonObject.safeParse(desired)
	if (!whole.success) return { config: inForce, refused: { desired: because(desired, whole.error) } }
	const { interval: wantedInterval, offsets: wantedOffsets, ...others } = whole.data
	for (const name of Object.keys(others)) refused[name] = 'there is no such setting'

	const take = <T>(place: string, schema: z.ZodMiniType<T>, value: unknown): T | undefined => {
		const parsed = schema.safeParse(value)
		if (parsed.success) return parsed.data
		refused[place] = because(value, parsed.error)
		return undefined
	}

	const interval =
		wantedInterval === undefined
			? standard.interval
			: (take('interval', ReportingInterval, wantedInterval) ?? inForce.interval)
	if (wantedOffsets === undefined) return { config: { interval, offsets: standard.offsets }, refused }
	const given = take('offsets', JsonObject, wantedOffsets)
	if (given === undefined) return { config: { interval, offsets: inForce.offsets }, refused }
	const offsets: DeviceConfig['offsets'] = {}
	for (const [name, value] of Object.entries(given)) {
		const place = `offsets.${name}`
		const measurand = Measurand.safeParse(name)
		if (!measurand.success) {
			refused[place] = 'there is no such measurand'
			continue
		}
		const offset = take(place, CalibrationOffset, value) ?? inForce.offsets[measurand.data]
		if (offset !== undefined) offsets[measurand.data] = offset
	}
	return { config: { interval, offsets }, refused }
}
