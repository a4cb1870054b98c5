import type { PeriodScore } from '../../../shared/contract/score/score.ts'
import type { DayScoreView } from '../../../shared/contract/score/scoreViews.ts'
import type * as z from '../../../shared/contract/zod.ts'
import { bandOf, toHundredths } from '../../../shared/domain/score/round.ts'

type Scored = Pick<z.infer<typeof DayScoreView>, 'score' | 'band' | 'coverage' | 'revolutions'>

/** A score as people are shown it: two decimals, and the band it lies in. */
export const scoredView = ({
	score,
	coverage,
	revolutions,
}: Pick<PeriodScore, 'score' | 'coverage' | 'revolutions'>): Scored => ({
	score: rounded(score),
	band: bandOf(score ?? undefined),
	coverage: Math.round(coverage * 10_000) / 10_000,
	revolutions: Object.fromEntries(
		Object.entries(revolutions).map(([name, part]) => [name, { ...part, score: rounded(part.score) }]),
	),
})

const rounded = (score: number | null): number | null => (score === null ? null : toHundredths(score))
