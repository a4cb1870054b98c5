import * as z from '../zod.ts'
import { Source } from './indexProfile.ts'

const times = z.int().check(z.minimum(1), z.maximum(100_000))

/** What the wall (院落连心墙) takes from people without an account, and how long it waits for their answers. */
export const WallRules = z.strictObject({
	/** Reports and orders taken from one address within an hour, and within a day. */
	perAddress: z.strictObject({ hour: times, day: times }),
	/** Reports and orders taken for one courtyard within an hour. */
	perCourtyard: z.strictObject({ hour: times }),
	/** Questions (what is known already, how is my report) answered to one address within an hour. */
	questionsPerHour: times,
	/** Codes that do not exist, asked for from one address within an hour: nobody finds one by trying. */
	wrongCodesPerHour: times,
	/** What is open and not older than this may be the same as a new report. */
	similarDays: z.int().check(z.minimum(1), z.maximum(366)),
	/** How long after a repair the reporter is asked, and how long the answer is waited for. */
	askAfterDays: z.number().check(z.minimum(0), z.maximum(60)),
	answerDays: z.number().check(z.positive(), z.maximum(60)),
	source: Source,
})
export type WallRules = z.infer<typeof WallRules>

/** Where a profile says nothing of it. */
export const usualWall: WallRules = {
	perAddress: { hour: 10, day: 30 },
	perCourtyard: { hour: 60 },
	questionsPerHour: 120,
	wrongCodesPerHour: 20,
	similarDays: 14,
	askAfterDays: 2,
	answerDays: 5,
	source: 'own choice; many phones of a village may share one address; to be corrected by the township',
}
