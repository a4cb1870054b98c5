import type { Band, CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import type { Revolution } from '../../../shared/contract/telemetry/measurand.ts'
import { bandOf } from '../../../shared/domain/score/round.ts'

export interface RevolutionSummary {
	/** The mean of the courtyards that have a score; null where none has. */
	readonly score: number | null
	readonly band: Band
	readonly reporting: number
	readonly devices: number
	/** The courtyard with the lowest score. */
	readonly lowest: { readonly courtyard: CourtyardView; readonly score: number } | undefined
}

/** How one of the three revolutions stands over all courtyards that have it; undefined where none has. */
export const revolutionSummary = (
	courtyards: readonly CourtyardView[],
	revolution: Revolution,
): RevolutionSummary | undefined => {
	const own = courtyards.flatMap((courtyard) => {
		const part = courtyard.revolutions[revolution]
		return part ? [{ courtyard, part }] : []
	})
	if (own.length === 0) return undefined
	const known = own
		.flatMap(({ courtyard, part }) => (part.score === null ? [] : [{ courtyard, score: part.score }]))
		.sort((a, b) => a.score - b.score)
	const score = known.length === 0 ? null : known.reduce((sum, one) => sum + one.score, 0) / known.length
	return {
		score,
		band: bandOf(score ?? undefined),
		reporting: own.reduce((sum, { part }) => sum + part.reporting, 0),
		devices: own.reduce((sum, { part }) => sum + part.devices, 0),
		lowest: known[0],
	}
}
