import type { CorrectedDefect, Deduction } from '../../../shared/contract/inspection/inspection.ts'
import type { InspectionItem } from '../../../shared/contract/profile/judgingRules.ts'
import { sheetScore } from '../../../shared/domain/inspection/sheetScore.ts'

/** What is marked on a sheet that is being filled in. */
export type Draft = readonly CorrectedDefect[]

export const isMarked = (draft: Draft, item: string, defect: { zh: string }): boolean =>
	draft.some((one) => one.item === item && one.defect?.zh === defect.zh)

/** Marks a suggested defect, or takes the mark away. */
export const marked = (draft: Draft, item: string, { name, points }: InspectionItem['defects'][number]): Draft =>
	isMarked(draft, item, name)
		? draft.filter((one) => !(one.item === item && one.defect?.zh === name.zh))
		: [...draft, { item, defect: name, points }]

/** What was found besides the suggested defects. @returns the same draft where nothing is said or nothing deducted */
export const withOther = (draft: Draft, item: string, note: string, points: number): Draft =>
	note.trim() === '' || !(points > 0) ? draft : [...draft, { item, note: note.trim(), points }]

/** The score that the sheet will have, and what is left of each item. */
export const scoreOf = (
	draft: Draft,
	items: readonly { id: string; name: { zh: string; en: string }; points: number }[],
): { score: number; left: ReadonlyMap<string, number> } => {
	const sheet = { items: [...items], deductions: draft.map((one, n): Deduction => ({ ...one, id: String(n) })) }
	const left = new Map(
		items.map(({ id, points }) => [
			id,
			Math.max(0, points - draft.filter(({ item }) => item === id).reduce((sum, one) => sum + one.points, 0)),
		]),
	)
	return { score: sheetScore(sheet).score, left }
}

/** The version of the profile in force on a day. @param profiles the latest `effectiveFrom` first */
export const versionOn = (
	profiles: readonly { version: string; effectiveFrom: string }[],
	day: string,
): string | undefined => (profiles.find(({ effectiveFrom }) => effectiveFrom <= day) ?? profiles.at(-1))?.version
