import { told } from '../text/told.ts'
import * as z from '../zod.ts'

/** Where a number comes from: a standard with its clause, or whose choice it is. */
export const Source = z.string().check(
	z.regex(
		/\S/,
		told({
			zh: '来源：标准及条款，或由谁决定',
			en: 'a source: the standard and its clause, or whose choice the number is',
		}),
	),
)

/** The highest index there is: HJ 633-2012 and the US EPA end at 500. Ours end at 100. */
const HIGHEST_INDEX = 500

const breakpoints = z.array(z.tuple([z.number(), z.number().check(z.minimum(0), z.maximum(HIGHEST_INDEX))])).check(
	z.minLength(2),
	z.superRefine((points, context) => {
		for (const [i, [value]] of points.entries()) {
			const before = points[i - 1]?.[0]
			if (before === undefined || before <= value) continue
			const [zh, en] = [`不小于前一断点的值 ${before}`, `a value of at least ${before}, that of the breakpoint before`]
			context.addIssue({ code: 'custom', path: [i, 0], message: en, zh })
		}
	}),
)

/** Digits beyond these decimals are cut off before the value is looked up, as the US EPA does; not rounded. */
const Input = z.strictObject({ decimals: z.int().check(z.minimum(0), z.maximum(10)), mode: z.literal('truncate') })

const LevelLimit = z.strictObject({
	limit: z.number().check(z.positive()),
	/** The limit in brackets: it applies while the water is at most `coldAtMost` °C. */
	coldLimit: z.optional(z.number().check(z.positive())),
})

/** A fixed scale, or one in multiples of the limit that the device's level or class has. */
export const Scale = z.union([
	z.strictObject({ breakpoints, input: z.optional(Input), source: Source }),
	z.strictObject({
		multiples: breakpoints,
		/** What of the device names its level: I, II, III of a discharge, 1, 2, 3 of a public toilet. */
		by: z._default(z.enum(['sewageLevel', 'toiletClass']), 'sewageLevel'),
		levels: z.record(z.string(), LevelLimit),
		coldAtMost: z.optional(z.number()),
		input: z.optional(Input),
		source: Source,
	}),
])
export type Scale = z.infer<typeof Scale>

export const IndexMeasurand = z.strictObject({
	unit: z.string(),
	/** The values a sound sensor can send, both ends included. */
	plausible: z.optional(z.tuple([z.number(), z.number()])),
	/** Absent for a measurand that is information only. */
	scale: z.optional(Scale),
	source: Source,
})
export type IndexMeasurand = z.infer<typeof IndexMeasurand>

/** How an index leaves the scale. */
export const IndexRule = z.strictObject({
	/** `up`: to the next integer (HJ 633-2012, 4.3); `half-up`: to the nearest one (US EPA). */
	rounding: z._default(z.enum(['none', 'up', 'half-up']), 'none'),
	/** Which index of several is the worst: the lowest where 100 is best, the highest of a pollution index. */
	worst: z._default(z.enum(['lowest', 'highest']), 'lowest'),
	/** Only an index above this has a primary factor (HJ 633-2012, 5.1: 50). */
	primaryAbove: z.optional(z.number()),
	source: Source,
})
export type IndexRule = z.infer<typeof IndexRule>

/** What a profile needs for the index alone. Measurands are named as the table names them. */
export const IndexProfile = z.strictObject({
	id: z.string().check(z.minLength(1)),
	/** Goes into addresses and keys. */
	version: z.string().check(
		z.regex(
			/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/,
			told({
				zh: '1 到 32 个字母、数字或 . _ -，以字母或数字开头',
				en: '1 to 32 letters, digits, ".", "_" or "-", the first a letter or digit',
			}),
		),
	),
	/** The first day, Asia/Shanghai, on which it is in force. */
	effectiveFrom: z.iso.date(),
	index: z.prefault(IndexRule, { source: 'not stated: not rounded, the lowest is the worst' }),
	measurands: z.record(z.string().check(z.minLength(1)), IndexMeasurand),
	source: Source,
})
export type IndexProfile = z.infer<typeof IndexProfile>
