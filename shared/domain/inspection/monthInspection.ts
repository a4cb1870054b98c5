import type { InspectionSheet } from '../../contract/inspection/inspection.ts'
import { type DeductionCost, sheetScore } from './sheetScore.ts'

/** What one deduction of a sheet costs in the month's inspection score. */
export type MonthCost = DeductionCost & { sheet: InspectionSheet }

/** A courtyard's inspections of a month. 100 − score is the sum of the costs, to 1e-9; no sheet: no score. */
export type MonthInspection = { score: number | null; costs: MonthCost[] }

/** Several inspections in a month: the mean of their scores. The order of the sheets does not matter. */
export function monthInspection(sheets: readonly InspectionSheet[]): MonthInspection {
	const inOrder = sheets.toSorted((a, b) => (a.id < b.id ? -1 : 1))
	const scored = inOrder.map((sheet) => ({ sheet, ...sheetScore(sheet) }))
	if (scored.length === 0) return { score: null, costs: [] }
	return {
		score: scored.reduce((sum, { score }) => sum + score, 0) / scored.length,
		costs: scored.flatMap(({ sheet, costs }) =>
			costs.map(({ cost, ...rest }) => ({ ...rest, sheet, cost: cost / scored.length })),
		),
	}
}
