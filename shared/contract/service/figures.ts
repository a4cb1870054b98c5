import { Day } from '../score/score.ts'
import * as z from '../zod.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** So many of so many; the share is null where there is nothing to be judged. */
const Part = z.object({ count: z.int(), of: z.int(), share: z.nullable(z.number().check(z.minimum(0), z.maximum(1))) })

/** How well tasks are dealt with and how good the alarms are, for tasks that began in a time. */
export const Figures = z.object({
	from: Day,
	/** Included. */
	to: Day,
	tasks: z.int(),
	/** Taken up, and mended, before the time that was promised; those still in time do not count yet. */
	acknowledgedInTime: Part,
	fixedInTime: Part,
	/** Came back after they were called mended or verified. */
	reopened: Part,
	/** Of all alarms, those dismissed as such. */
	falseAlarms: z.extend(Part, { rules: z.array(z.object({ rule: z.string(), text: Words, count: z.int() })) }),
	/** Alarms that concern the courtyard, for each courtyard head and day; the busiest heads first. */
	alarmsPerHeadPerDay: z.object({
		mean: z.number(),
		heads: z.array(
			z.object({ head: z.string(), courtyards: z.array(z.string()), alarms: z.int(), perDay: z.number() }),
		),
	}),
	/** The ten devices with most alarms, and their share of all. */
	topDevices: z.extend(Part, { devices: z.array(z.object({ device: z.string(), place: Words, alarms: z.int() })) }),
	/** Alarms of one device and rule that came three times or more within an hour. */
	chattering: z.array(z.object({ device: z.string(), place: Words, rule: z.string(), text: Words, alarms: z.int() })),
	/** Devices in service from which nothing has come for 24 hours; null: never. */
	stale: z.array(
		z.object({ device: z.string(), place: Words, courtyard: z.string(), lastReadingAt: z.nullable(z.iso.datetime()) }),
	),
})
export type Figures = z.infer<typeof Figures>
