import { Id } from '../registry/registry.ts'
import { Month } from '../score/score.ts'
import * as z from '../zod.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** The five figures of a head's evaluation, in the order in which they are shown. */
export const figureIds = ['acknowledged', 'withinSla', 'notReopened', 'trend', 'duties'] as const
export const FigureId = z.enum(figureIds)
export type FigureId = z.infer<typeof FigureId>

export const EvaluationFigure = z.object({
	id: FigureId,
	/** 0 to 100; null: there is too little to say, its weight goes to the others. */
	value: z.nullable(z.number()),
	/** Its share of the score, 0 to 1, after the shares of absent figures went to the others. */
	weight: z.number(),
	/** How many tasks, months or duties it was made from. */
	counted: z.int(),
	text: Words,
})
export type EvaluationFigure = z.infer<typeof EvaluationFigure>

/** How the head of a courtyard did in a month. A function of tasks, scores, duties and the profile. */
export const HeadEvaluation = z.object({
	courtyard: Id,
	month: Month,
	/** `id@version` of the profile in force on the month's first day. */
	profile: z.string(),
	/** 0 to 100, unrounded: the weighted mean of the figures there are; null where there are none. */
	score: z.nullable(z.number()),
	/** Null: too little is known to give any. */
	stars: z.nullable(z.int().check(z.minimum(1), z.maximum(3))),
	figures: z.array(EvaluationFigure).check(z.length(figureIds.length)),
	/** Half of the acknowledged tasks were taken up within so many minutes; null: none was. */
	medianMinutes: z.nullable(z.number()),
	/** The courtyard's environment score of the month, which the next months' trend compares with. */
	environment: z.nullable(z.number()),
	text: Words,
})
export type HeadEvaluation = z.infer<typeof HeadEvaluation>

/** Whether staff should think about another head (动态调整). A proposal, never an act. */
export const AdjustmentProposal = z.object({
	isProposed: z.boolean(),
	/** The latest month first: how many heads were compared, and how many of them stood no higher than this one. */
	months: z.array(
		z.object({
			month: Month,
			compared: z.int(),
			/** Places that count as the lowest share. */
			places: z.int(),
			/** Null: this head was not evaluated in the month. */
			notHigher: z.nullable(z.int()),
			isLowest: z.boolean(),
			text: Words,
		}),
	),
	text: Words,
})
export type AdjustmentProposal = z.infer<typeof AdjustmentProposal>

/** `PUT /api/heads/evaluations/{month}` evaluates every head of the registry for a month that is over. */
export const TownshipEvaluationView = z.object({
	month: Month,
	heads: z.array(z.extend(HeadEvaluation, { adjustment: AdjustmentProposal })),
})
export type TownshipEvaluationView = z.infer<typeof TownshipEvaluationView>

/** `GET /api/heads/{courtyard}/evaluation`. */
export const HeadEvaluationView = z.extend(HeadEvaluation, {
	/** The month is over. */
	isFinal: z.boolean(),
	/** For staff only. */
	adjustment: z.optional(AdjustmentProposal),
})
export type HeadEvaluationView = z.infer<typeof HeadEvaluationView>
