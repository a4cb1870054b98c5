import type { HeadEvaluation } from '../contract/inspection/headEvaluation.ts'

/** Evaluations of heads as they were made when their month was over. */
export type Evaluations = {
	/** Puts an evaluation in place of what was there. Safe to repeat. */
	put(evaluation: HeadEvaluation): Promise<void>
	/** All there are of a month, in the order of courtyards. */
	ofMonth(month: string): Promise<HeadEvaluation[]>
}
