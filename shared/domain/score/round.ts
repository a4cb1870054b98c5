import type { Band } from '../../contract/views.ts'

/** Two decimals, half up (domain section 6). The small addend undoes what binary fractions take from a decimal half. */
export const toHundredths = (score: number): number => Math.floor(score * 100 + 0.5 + 1e-9) / 100

/** 优 from 90, 良 from 75, 中 from 60 (the pass mark), 差 below. */
export function bandOf(score: number | undefined): Band {
	if (score === undefined) return 'insufficient'
	if (score >= 90) return 'excellent'
	if (score >= 75) return 'good'
	return score >= 60 ? 'fair' : 'poor'
}
