import type { Deduction, InspectionSheet, SheetItem } from '../../contract/inspection/inspection.ts'

/** What one deduction costs, in points of the sheet's score of 0 to 100. */
export type DeductionCost = { deduction: Deduction; item: SheetItem; cost: number }

/** 100 − score is the sum of the costs, to 1e-9. */
export type SheetScore = { score: number; costs: DeductionCost[] }

/**
 * Rule (domain section 6): each item starts full, defects deduct, an item never falls below 0; the sheet's score is the share
 * of all points that is left, times 100. Where an item's deductions are more than it has, each costs its share of what
 * there was. A struck deduction costs nothing.
 */
export function sheetScore({ items, deductions }: Pick<InspectionSheet, 'items' | 'deductions'>): SheetScore {
	const total = items.reduce((sum, { points }) => sum + points, 0)
	const costs = items.flatMap((item) => {
		const own = deductions.filter((deduction) => deduction.item === item.id)
		// Sorted, so that the order of a sheet's lines cannot change the last binary digit of the sum.
		const deducted = own
			.map(counted)
			.sort((a, b) => a - b)
			.reduce((sum, points) => sum + points, 0)
		const share = deducted > item.points ? item.points / deducted : 1
		return own.map((deduction) => ({ deduction, item, cost: ((counted(deduction) * share) / total) * 100 }))
	})
	const lost = costs
		.map(({ cost }) => cost)
		.sort((a, b) => a - b)
		.reduce((sum, cost) => sum + cost, 0)
	return { score: Math.max(0, 100 - lost), costs }
}

const counted = ({ struck, points }: Deduction): number => (struck ? 0 : points)
