import { DeviceView } from '../score/liveViews.ts'
import { Measurand } from '../telemetry/measurand.ts'
import * as z from '../zod.ts'
import { Name } from './registry.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** A limit of a measurand for this device, as its values stand now. `isPass`: there the index is 60, the pass mark. */
export const DeviceLimit = z.object({
	rule: z.string(),
	measurand: Measurand,
	direction: z.enum(['high', 'low']),
	value: z.number(),
	isPass: z.boolean(),
})
export type DeviceLimit = z.infer<typeof DeviceLimit>

/** `GET /api/devices/{id}`: a device as it is now, with all its page has to name. */
export const DeviceDetails = z.extend(DeviceView, {
	courtyardName: Name,
	villageName: z.optional(Name),
	/** How long a reading holds, seconds. */
	holdSeconds: z.number(),
	limits: z.array(DeviceLimit),
	/** The viewer may take it out of service and bring it back. */
	isYoursToRepair: z.boolean(),
	/** Alarms there can be of the device, in words; `isYours`: the viewer may shelve it. */
	rules: z.array(z.object({ rule: z.string(), measurand: z.optional(Measurand), text: Words, isYours: z.boolean() })),
})
export type DeviceDetails = z.infer<typeof DeviceDetails>
