import * as z from 'zod'

/** Where a number comes from: a standard with its clause, or whose choice it is. */
export const Source = z.string().regex(/\S/, 'a source: the standard and its clause, or whose choice the number is')

/** The highest index there is: HJ 633-2012 and the US EPA end at 500. Ours end at 100. */
const HIGHEST_INDEX = 500

const breakpoints = z
	.array(z.tuple([z.number(), z.number().min(0).max(HIGHEST_INDEX)]))
	.min(2)
	.superRefine((points, context) => {
		for (const [i, [value]] of points.entries()) {
			const before = points[i - 1]?.[0]
			if (before === undefined || before <= value) continue
			const [zh, en] = [`不小于前一断点的值 ${before}`, `a value of at least ${before}, that of the breakpoint before`]
			context.addIssue({ code: 'custom', path: [i, 0], message: en, params: { zh } })
		}
	})

/** Digits beyond these decimals are cut off before the value is looked up, as the US EPA does; not rounded. */
const Input = z.strictObject({ decimals: z.int().min(0).max(10), mode: z.literal('truncate') })

const LevelLimit = z.strictObject({
	limit: z.number().positive(),
	/** The limit in brackets: it applies while the water is at most `coldAtMost` °C. */
	coldLimit: z.number().positive().optional(),
})

/** A fixed scale, or one in multiples of the limit that the device's level or class has. */
export const Scale = z.union([
	z.strictObject({ breakpoints, input: Input.optional(), source: Source }),
	z.strictObject({
		multiples: breakpoints,
		/** What of the device names its level: I, II, III of a discharge, 1, 2, 3 of a public toilet. */
		by: z.enum(['sewageLevel', 'toiletClass']).default('sewageLevel'),
		levels: z.record(z.string(), LevelLimit),
		coldAtMost: z.number().optional(),
		input: Input.optional(),
		source: Source,
	}),
])
export type Scale = z.infer<typeof Scale>

export const IndexMeasurand = z.strictObject({
	unit: z.string(),
	/** The values a sound sensor can send, both ends included. */
	plausible: z.tuple([z.number(), z.number()]).optional(),
	/** Absent for a measurand that is information only. */
	scale: Scale.optional(),
	source: Source,
})
export type IndexMeasurand = z.infer<typeof IndexMeasurand>

/** How an index leaves the scale. */
export const IndexRule = z.strictObject({
	/** `up`: to the next integer (HJ 633-2012, 4.3); `half-up`: to the nearest one (US EPA). */
	rounding: z.enum(['none', 'up', 'half-up']).default('none'),
	/** Which index of several is the worst: the lowest where 100 is best, the highest of a pollution index. */
	worst: z.enum(['lowest', 'highest']).default('lowest'),
	/** Only an index above this has a primary factor (HJ 633-2012, 5.1: 50). */
	primaryAbove: z.number().optional(),
	source: Source,
})
export type IndexRule = z.infer<typeof IndexRule>

/** What a profile needs for the index alone. Measurands are named as the table names them. */
export const IndexProfile = z.strictObject({
	id: z.string().min(1),
	/** Goes into addresses and keys. */
	version: z
		.string()
		.regex(
			/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/,
			'1 to 32 letters, digits, ".", "_" or "-", the first a letter or digit',
		),
	/** The first day, Asia/Shanghai, on which it is in force. */
	effectiveFrom: z.iso.date(),
	index: IndexRule.prefault({ source: 'not stated: not rounded, the lowest is the worst' }),
	measurands: z.record(z.string().min(1), IndexMeasurand),
	source: Source,
})
export type IndexProfile = z.infer<typeof IndexProfile>
