import type { FieldError } from '../../contract/http/problem.ts'
import type {
	Deduction,
	InspectionCorrection,
	InspectionSheet,
	NewInspection,
	SheetItem,
	Strike,
} from '../../contract/inspection/inspection.ts'
import type { Signature } from '../../contract/people/signature.ts'
import type { Profile } from '../../contract/profile/profile.ts'

type OnRecord = { at: number; by: Signature }

/** One sheet for a courtyard and day, so that a form sent twice is one inspection. */
export const sheetId = (courtyard: string, day: string): string => `${day}.${courtyard}`

/** The courtyard and the day that a sheet's id names; undefined for anything else. */
export function sheetKey(id: string): { courtyard: string; day: string } | undefined {
	const found = /^(\d{4}-\d\d-\d\d)\.([A-Za-z0-9_-]+)$/.exec(id)
	return found?.[1] && found[2] ? { day: found[1], courtyard: found[2] } : undefined
}

/** The first revision of a sheet, with the items of the profile in force on its day. */
export const newSheet = (profile: Profile, wish: NewInspection, { at, by }: OnRecord): InspectionSheet => ({
	id: sheetId(wish.courtyard, wish.day),
	courtyard: wish.courtyard,
	day: wish.day,
	revision: 1,
	at,
	by,
	profile: `${profile.id}@${profile.version}`,
	items: profile.inspection.map(({ id, revolution, name, points }) => ({
		id,
		...(revolution ? { revolution } : {}),
		name,
		points,
	})),
	deductions: wish.deductions.map((deduction, i) => ({ id: `1-${i + 1}`, ...deduction })),
})

/**
 * The next revision of a sheet. Deductions that name their id stay the same ones, new ones get ids no revision ever had;
 * those an appeal struck can neither be dropped nor changed.
 */
export function correctedSheet(
	sheet: InspectionSheet,
	{ reason, deductions }: InspectionCorrection,
	{ at, by }: OnRecord,
): InspectionSheet {
	const revision = sheet.revision + 1
	const struck = sheet.deductions.filter((deduction) => deduction.struck)
	const isStruck = (id: string | undefined): boolean => struck.some((deduction) => deduction.id === id)
	const standing = deductions.flatMap(({ id, ...deduction }, i) =>
		isStruck(id) ? [] : [{ ...deduction, id: id ?? `${revision}-${i + 1}` }],
	)
	return { ...sheet, revision, at, by, reason, deductions: [...struck, ...standing] }
}

/**
 * The next revision, with a deduction that an accepted appeal struck.
 * @returns the same sheet where there is nothing (left) to strike
 */
export function struckSheet(sheet: InspectionSheet, deduction: string, strike: Strike): InspectionSheet {
	if (!sheet.deductions.some(({ id, struck }) => id === deduction && !struck)) return sheet
	return {
		...sheet,
		revision: sheet.revision + 1,
		at: strike.at,
		by: strike.by,
		reason: strike.reason,
		deductions: sheet.deductions.map((one) => (one.id === deduction ? { ...one, struck: strike } : one)),
	}
}

/** What of the deductions does not fit the sheet, by field. */
export function wrongDeductions(
	{ items, deductions: known }: { items: readonly SheetItem[]; deductions: readonly Deduction[] },
	deductions: readonly { item: string; id?: string | undefined }[],
): FieldError[] {
	const names = items.map(({ id }) => id)
	return deductions.flatMap(({ item, id }, i) => {
		const wrong: FieldError[] = []
		if (!names.includes(item)) {
			wrong.push({
				field: `deductions.${i}.item`,
				message: `"${item}" is not an item of the sheet in force on that day; there are: ${names.join(', ')}`,
				zh: `“${item}”不是当天检查表上的项目；可用：${names.join('、')}`,
			})
		}
		if (id === undefined) return wrong
		if (!known.some((deduction) => deduction.id === id)) {
			wrong.push({
				field: `deductions.${i}.id`,
				message: `the sheet has no deduction "${id}"; leave the id out for a new one`,
				zh: `检查表上没有扣分“${id}”；新的扣分不要写 id`,
			})
		}
		if (deductions.findIndex((other) => other.id === id) < i)
			wrong.push({ field: `deductions.${i}.id`, message: `"${id}" stands twice`, zh: `“${id}”写了两次` })
		return wrong
	})
}

/** Whether two revisions say the same: a correction that was sent again. */
export const isSameSheet = (a: InspectionSheet, b: InspectionSheet): boolean =>
	JSON.stringify(said(a)) === JSON.stringify(said(b))

const said = ({ id, revision, by, reason, deductions }: InspectionSheet) => [
	id,
	revision,
	by.id,
	reason,
	deductions.map(lineOf),
]

const lineOf = ({ id, item, points, defect, note, photo, struck }: Deduction) => [
	id,
	item,
	points,
	defect?.zh,
	defect?.en,
	note,
	photo,
	struck?.appeal,
]
