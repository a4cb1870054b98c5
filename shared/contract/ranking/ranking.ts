import { CourtyardKind, Id, Name } from '../registry/registry.ts'
import { Month } from '../score/score.ts'
import * as z from '../zod.ts'
import { rankingParts } from './rankingParts.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** 0 to 100 with two decimals, half up. */
const Points = z.number().check(z.minimum(0), z.maximum(100))

export const RankingPart = z.enum(rankingParts)
export type RankingPart = z.infer<typeof RankingPart>

/** One part: its score, and its share of the whole, 0 to 1. An absent part has neither; `why` says what is missing. */
export const PartResult = z.object({ score: z.nullable(Points), share: z.number(), why: z.optional(Words) })
export type PartResult = z.infer<typeof PartResult>

export const PartResults = z.object({ environment: PartResult, inspection: PartResult, response: PartResult })
export type PartResults = z.infer<typeof PartResults>

/** A place among others: equal scores share a place (1, 2, 2, 4). */
export const Place = z.object({ rank: z.int().check(z.minimum(1)), of: z.int().check(z.minimum(1)) })
export type Place = z.infer<typeof Place>

/**
 * Against last month's published ranking, in the township. `new`: it was not in it at all; `not-ranked-before`: it was
 * in it without a place; `no-ranking-before`: nothing was published for last month.
 */
export const Change = z.discriminatedUnion('is', [
	z.object({ is: z.literal('moved'), places: z.int(), text: Words }),
	z.object({ is: z.enum(['new', 'not-ranked-before', 'no-ranking-before']), text: Words }),
])
export type Change = z.infer<typeof Change>

/** 红榜, 黑榜, and what would be on the red list but for a doubt about a sensor; each with the reason (上榜理由). */
export const Listing = z.object({ list: z.enum(['red', 'black', 'red-waiting', 'red-barred']), reason: Words })
export type Listing = z.infer<typeof Listing>

const about = {
	courtyard: Id,
	name: Name,
	village: Id,
	villageName: Name,
	township: Id,
	kind: CourtyardKind,
	households: z.int(),
}

/** A ranked courtyard, as it is published: what stands here never changes. */
export const RankedRow = z.object({
	is: z.literal('ranked'),
	...about,
	score: Points,
	parts: PartResults,
	/** In the township, the village, among courtyards of its kind, and among its peers: same kind and size class. */
	places: z.object({ township: Place, village: Place, kind: Place, peers: Place }),
	/** Names the peer group. */
	peers: Words,
	change: Change,
	listing: z.optional(Listing),
})
export type RankedRow = z.infer<typeof RankedRow>

/** What a courtyard lacks to be ranked. */
export const Lack = z.object({
	is: z.enum(['devices', 'sensors', 'valid-days', 'score']),
	has: z.int(),
	needs: z.int(),
	text: Words,
})
export type Lack = z.infer<typeof Lack>

/** A courtyard that stands apart: shown with what is there, never ranked. */
export const UnrankedRow = z.object({
	is: z.literal('unranked'),
	...about,
	/** The environment score of what is there, if there is any. */
	score: z.nullable(Points),
	lacks: z.array(Lack).check(z.minLength(1)),
})
export type UnrankedRow = z.infer<typeof UnrankedRow>

export const RankingRow = z.discriminatedUnion('is', [RankedRow, UnrankedRow])
export type RankingRow = z.infer<typeof RankingRow>

/** Points of the month's score that one cause cost, in a sentence. */
const Loss = z.object({ points: z.number(), text: Words })

/** Why a row is as it is; frozen with it. */
export const RowExplanation = z.object({
	courtyard: Id,
	/** How the parts make the score, as a sum that anybody can do again. */
	sum: z.optional(Words),
	environment: z.object({ losses: z.array(Loss), notes: z.array(Words) }),
	inspection: z.object({ losses: z.array(Loss), notes: z.array(Words) }),
	response: z.object({ counted: z.int(), within: z.int(), late: z.array(z.string()), text: Words }),
	/** The one repair that would have gained most, and the place in the township it would have meant. */
	repair: z.optional(z.object({ device: Id, gain: z.number(), rank: z.int(), text: Words })),
})
export type RowExplanation = z.infer<typeof RowExplanation>

const Counts = z.object({ ranked: z.int(), unranked: z.int(), red: z.int(), black: z.int(), corrections: z.int() })

/** One complete computation of a month: its rows never change; a later computation has a name of its own. */
export const Generation = z.object({
	/** Names the rows in the store. */
	id: z.string(),
	/** SHA-256, hexadecimal, of all rows and explanations: tells whether they are what they were. */
	hash: z.string(),
	/** `id@version` of the profile by whose ranking rules it was made: the one in force on the month's first day. */
	profile: z.string(),
	weights: z.object({ environment: z.number(), inspection: z.number(), response: z.number() }),
	townships: z.array(Id),
	counts: Counts,
	/** Milliseconds since 1970. */
	generatedAt: z.int(),
})
export type Generation = z.infer<typeof Generation>

/** A published generation: 1 is the ranking, later ones are corrections beside it, each with who and why. */
export const Revision = z.object({
	revision: z.int().check(z.minimum(1)),
	generation: Generation,
	at: z.int(),
	by: z.object({ id: z.string(), name: z.string() }),
	/** Why: needed from the second revision on. */
	note: z.optional(z.string()),
})
export type Revision = z.infer<typeof Revision>

/** All that there is of a month: the latest computation, and what was published. */
export const MonthHead = z.object({
	month: Month,
	/** Rises with every change; what a publisher names, so that nobody publishes what he has not seen. */
	version: z.int().check(z.minimum(1)),
	draft: Generation,
	revisions: z.array(Revision),
})
export type MonthHead = z.infer<typeof MonthHead>

/** Why a courtyard would stand elsewhere today than where it was published. */
export const CorrectionCause = z.enum(['late-data', 'appeal', 'inspection', 'response', 'doubts', 'others'])
export type CorrectionCause = z.infer<typeof CorrectionCause>

const Standing = z.object({
	/** Null: not ranked. */
	score: z.nullable(Points),
	rank: z.nullable(z.int()),
	list: z.nullable(z.string()),
})

/** A difference between a published ranking and what it would be today. The published one stays as it is. */
export const Correction = z.object({
	courtyard: Id,
	name: Name,
	/** The published revision it differs from. */
	revision: z.int(),
	published: Standing,
	wouldBe: Standing,
	causes: z.array(CorrectionCause).check(z.minLength(1)),
	/** When it was first seen, milliseconds since 1970. */
	since: z.int(),
	text: Words,
})
export type Correction = z.infer<typeof Correction>
