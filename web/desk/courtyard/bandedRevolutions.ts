import type { Revolution } from '../../../shared/contract/telemetry/measurand.ts'
import { bandOf } from '../../../shared/domain/score/round.ts'
import type { RevolutionPart } from '../../components/RevolutionBar.tsx'

/** The revolutions of a day or month, each with the band its score lies in. */
export const bandedRevolutions = (
	parts: Partial<Record<Revolution, { readonly score: number | null }>>,
): Partial<Record<Revolution, RevolutionPart>> =>
	Object.fromEntries(
		Object.entries(parts).map(([name, { score }]) => [name, { score, band: bandOf(score ?? undefined) }]),
	)
