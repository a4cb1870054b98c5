import type { Band } from '../../contract/score/liveViews.ts'

/** Two decimals, half up (domain section 6). The small addend undoes what binary fractions take from a decimal half. */
export const toHundredths = (score: number): number => Math.floor(score * 100 + 0.5 + 1e-9) / 100

/** 优 from 90, 良 from 75, 中 from 60 (the pass mark), 差 below: of the figure as it is published, in hundredths. */
export function bandOf(score: number | undefined): Band {
	if (score === undefined) return 'insufficient'
	const published = toHundredths(score)
	if (published >= 90) return 'excellent'
	if (published >= 75) return 'good'
	return published >= 60 ? 'fair' : 'poor'
}
