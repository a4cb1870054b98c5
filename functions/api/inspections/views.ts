import type { InspectionSheet } from '../../../shared/contract/inspection/inspection.ts'
import type { InspectionMonthView, InspectionView } from '../../../shared/contract/inspection/inspectionViews.ts'
import { monthInspection } from '../../../shared/domain/inspection/monthInspection.ts'
import { sheetScore } from '../../../shared/domain/inspection/sheetScore.ts'
import { costWords, fixed, monthInspectionWords } from '../../../shared/domain/inspection/words.ts'

/** A revision of a sheet for people: what each deduction costs, and what is left of each item. */
export function sheetView(sheet: InspectionSheet, isPublished = false): InspectionView {
	const { score, costs } = sheetScore(sheet)
	const total = sheet.items.reduce((sum, { points }) => sum + points, 0)
	return {
		...sheet,
		at: iso(sheet.at),
		score,
		items: sheet.items.map((item) => {
			const lost = costs.reduce((sum, one) => sum + (one.item.id === item.id ? one.cost : 0), 0)
			return { ...item, left: Math.max(0, item.points - (lost * total) / 100) }
		}),
		deductions: sheet.deductions.map(({ struck, ...deduction }) => {
			const found = costs.find((one) => one.deduction.id === deduction.id)
			return {
				...deduction,
				cost: found?.cost ?? 0,
				text: found ? costWords(found) : { zh: '', en: '' },
				...(struck ? { struck: { ...struck, at: iso(struck.at) } } : {}),
			}
		}),
		text: { zh: `检查得分 ${fixed(score)}`, en: `Inspection score ${fixed(score)}` },
		...(isPublished ? { notice } : {}),
	}
}

/** A courtyard's inspections of a month, and what each defect cost in the month's inspection score. */
export function monthView(
	courtyard: string,
	month: string,
	sheets: readonly InspectionSheet[],
	isPublished: boolean,
): InspectionMonthView {
	const scored = monthInspection(sheets)
	return {
		courtyard,
		month,
		score: scored.score,
		sheets: sheets.map((sheet) => sheetView(sheet)),
		parts: scored.costs.map((one) => ({
			inspection: one.sheet.id,
			day: one.sheet.day,
			deduction: one.deduction.id,
			item: one.item.id,
			cost: one.cost,
			isStruck: one.deduction.struck !== undefined,
			text: costWords(one),
		})),
		text: monthInspectionWords(scored, sheets.length),
		...(isPublished ? { notice } : {}),
	}
}

const notice = {
	zh: '本月评比已发布，表中名次不变；如需更正，请由工作人员另发更正版',
	en: 'The ranking of this month is published and does not change; what was corrected needs a revision of it.',
}

const iso = (at: number): string => new Date(at).toISOString()
