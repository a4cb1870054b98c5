import { Measurand } from '../telemetry/measurand.ts'
import * as z from '../zod.ts'

/** How often a device reports, seconds. */
export const ReportingInterval = z.int().check(z.minimum(10), z.maximum(86_400))

/** Added to what the sensor measures, in the unit of the measurand. */
export const CalibrationOffset = z.number()

/** What a device can be set to; it stands as `desired`, and as `reported` once it is so, in its shadow `config`. */
export const DeviceConfig = z.object({
	interval: ReportingInterval,
	offsets: z._default(z.partialRecord(Measurand, CalibrationOffset), {}),
})
export type DeviceConfig = z.infer<typeof DeviceConfig>
