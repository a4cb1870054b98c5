import * as z from '../zod.ts'

const instant = z.iso.datetime()

/** What the sensor of an alarm has shown since shortly before it began: the newest last. */
export const SensorView = z.object({
	unit: z.string(),
	/** Of the alarm; absent where the device has none. */
	limit: z.optional(z.number()),
	/** On which side of the limit it is an alarm. */
	direction: z.enum(['high', 'low']),
	/** At most 61; of many, those nearest to or furthest over the limit. Empty: nothing usable came in that time. */
	points: z.array(z.object({ at: instant, value: z.number() })),
})
export type SensorView = z.infer<typeof SensorView>
