import * as z from '../zod.ts'
import { Measurand } from './measurand.ts'

/** How finely a device's history is asked for. Days, and the six parts of each, are those of Asia/Shanghai. */
export const Resolution = z.enum(['raw', 'hour', 'four-hours', 'day'])
export type Resolution = z.infer<typeof Resolution>

const Page = {
	device: z.string(),
	from: z.iso.datetime(),
	to: z.iso.datetime(),
	alarms: z.array(
		z.object({
			rule: z.string(),
			onset: z.iso.datetime(),
			raisedAt: z.iso.datetime(),
			clearedAt: z.nullable(z.iso.datetime()),
		}),
	),
	/** Set when older readings were asked for than are kept; `from` is then the oldest there can be. */
	clipped: z.optional(z.object({ asked: z.iso.datetime(), text: z.object({ zh: z.string(), en: z.string() }) })),
	/** `from` of the next page. */
	next: z.optional(z.iso.datetime()),
}

export const Statistics = z.object({ count: z.int(), min: z.number(), mean: z.number(), max: z.number() })
export type Statistics = z.infer<typeof Statistics>

/** One page of a device's history. `from` and `to` of an hour or day page are widened to whole hours or days. */
export const ReadingsPage = z.discriminatedUnion('resolution', [
	z.object({
		resolution: z.literal('raw'),
		...Page,
		readings: z.array(
			z.object({
				at: z.iso.datetime(),
				values: z.partialRecord(Measurand, z.number()),
				bad: z.optional(z.array(Measurand)),
			}),
		),
	}),
	z.object({
		resolution: z.enum(['hour', 'four-hours', 'day']),
		...Page,
		/** Only those in which something was measured; a value that is not usable does not count. */
		buckets: z.array(z.object({ start: z.iso.datetime(), measurands: z.partialRecord(Measurand, Statistics) })),
	}),
])
export type ReadingsPage = z.infer<typeof ReadingsPage>
