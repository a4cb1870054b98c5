import * as z from '../zod.ts'
import { told } from './told.ts'

/** An end, as people say it: an instant in ISO 8601, or so many minutes from now (at most 400 days). */
export const Until = z.union([z.iso.datetime({ offset: true }), z.int().check(z.minimum(1), z.maximum(576_000))], {
	...told({
		zh: '应为日期和时刻，如 2026-11-24T08:00:00+08:00，或从现在起的整分钟数',
		en: 'an instant like "2026-11-24T08:00:00+08:00", or a whole number of minutes from now',
	}),
})
export type Until = z.infer<typeof Until>
