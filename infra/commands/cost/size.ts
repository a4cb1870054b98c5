import * as z from '../../../shared/contract/zod.ts'

/** How readings come: each by itself, or an hour's in one message. */
export const Delivery = z.enum(['live', 'packs'])

/** A deployment to be priced. Cells are alike, and each has an account of its own. */
export const Size = z.strictObject({
	name: z.string().check(z.minLength(1)),
	devices: z.int().check(z.minimum(1), z.maximum(100_000_000)),
	cells: z.int().check(z.minimum(1), z.maximum(10_000)),
	/** What lies between the topic rule and the function. */
	buffer: z.enum(['sqs', 'kinesis']),
	capacity: z.enum(['on-demand', 'provisioned']),
	/** Seconds between a device's readings. */
	interval: z.int().check(z.minimum(10), z.maximum(86_400)),
	delivery: Delivery,
	/** Devices publish to `$aws/rules/…`, which saves the price of the message. */
	basicIngest: z.boolean(),
})
export type Size = z.infer<typeof Size>

/** The three sizes that the product is made for. */
export const sizes = [
	{ name: 'township', devices: 2000, cells: 1, buffer: 'sqs', capacity: 'on-demand' },
	{ name: 'county', devices: 100_000, cells: 1, buffer: 'kinesis', capacity: 'provisioned' },
	{ name: 'province', devices: 10_000_000, cells: 100, buffer: 'kinesis', capacity: 'provisioned' },
] as const satisfies readonly Partial<Size>[]

/** Hours of a month: 365 × 24 / 12. */
export const MONTH_HOURS = 730
