import { RankingPart } from '../ranking/ranking.ts'
import { Id, Name } from '../registry/registry.ts'
import { Band } from '../score/liveViews.ts'
import { Day, Month } from '../score/score.ts'
import { TaskSource } from '../task/task.ts'
import { Revolution } from '../telemetry/measurand.ts'
import * as z from '../zod.ts'

/**
 * The public page of the wall (院落连心墙), for anybody without an account. By rule nothing that a person typed about a
 * matter, nobody's name and no household stands in it: only figures, names of places, and words of our own.
 */

const Words = z.object({ zh: z.string(), en: z.string() })
const instant = z.iso.datetime()
/** 0 to 100 with two decimals, half up; null where nothing is known. */
const Score = z.nullable(z.number().check(z.minimum(0), z.maximum(100)))

/** A courtyard's score now, with that of each revolution it has. */
export const WallCourtyard = z.object({
	id: Id,
	name: Name,
	village: Id,
	score: Score,
	band: Band,
	revolutions: z.partialRecord(Revolution, z.object({ score: Score, band: Band })),
})
export type WallCourtyard = z.infer<typeof WallCourtyard>

/** What was reported and not yet solved, or solved; `waiting`: nobody has taken it up yet. */
export const WallProblem = z.object({
	source: TaskSource,
	revolution: z.nullable(Revolution),
	what: Words,
	courtyard: Id,
	state: z.enum(['waiting', 'under-way', 'solved']),
	reportedAt: instant,
	solvedAt: z.nullable(instant),
})
export type WallProblem = z.infer<typeof WallProblem>

/** This month's problems of the environment, and services; what was dismissed does not count. */
export const WallProblems = z.object({
	month: Month,
	/** Reported within the month, by whom: a sensor, residents, or staff on their rounds. */
	reported: z.object({ sensors: z.int(), residents: z.int(), inspections: z.int() }),
	/** Solved within the month, whenever they were reported. */
	solved: z.int(),
	/** Not solved yet, whenever they were reported. */
	underWay: z.int(),
	/** Services ordered, and those of them and of earlier ones that were delivered, within the month. */
	services: z.object({ ordered: z.int(), delivered: z.int() }),
	/** The latest of them, at most 20, the latest change first. */
	latest: z.array(WallProblem),
})
export type WallProblems = z.infer<typeof WallProblems>

const about = { courtyard: Id, name: Name, village: Id }

export const WallRankedRow = z.object({
	...about,
	rank: z.int(),
	score: z.number(),
	parts: z.partialRecord(RankingPart, z.number()),
	/** Places up since last month's ranking, below zero down; null where there is nothing to compare with. */
	moved: z.nullable(z.int()),
	changeText: Words,
})
export type WallRankedRow = z.infer<typeof WallRankedRow>

export const WallListed = z.object({ ...about, score: z.number(), reason: Words })
export type WallListed = z.infer<typeof WallListed>

/** On the black list, with what is being done: the day by which a plan (整改方案) is to be carried out, and repairs. */
export const WallBlackListed = z.extend(WallListed, { planDue: z.nullable(Day), underWay: z.int(), solved: z.int() })
export type WallBlackListed = z.infer<typeof WallBlackListed>

/** A published ranking of a township, by its latest revision. */
export const WallRanking = z.object({
	month: Month,
	revision: z.int(),
	/** Each with when it was published and, from the second on, why. */
	revisions: z.array(z.object({ revision: z.int(), at: instant, note: z.optional(z.string()) })),
	/** Percent of the whole by part. */
	weights: z.record(RankingPart, z.number()),
	rows: z.array(WallRankedRow),
	/** Shown with what is there, never ranked; each with why. */
	unranked: z.array(z.object({ ...about, score: Score, why: Words })),
	red: z.array(WallListed),
	black: z.array(WallBlackListed),
})
export type WallRanking = z.infer<typeof WallRanking>

/** `GET /api/public/wall`: all that the first look needs, in one answer. */
export const WallView = z.object({
	/** When the oldest of its scores was worked out: at most five minutes before it was made. */
	at: instant,
	township: z.object({ id: Id, name: Name }),
	/** All there are, to choose from. */
	townships: z.array(z.object({ id: Id, name: Name })),
	villages: z.array(z.object({ id: Id, name: Name })),
	courtyards: z.array(WallCourtyard),
	problems: WallProblems,
	/** Months with a published ranking, the latest first, and the latest one itself. */
	months: z.array(Month),
	ranking: z.nullable(WallRanking),
})
export type WallView = z.infer<typeof WallView>
