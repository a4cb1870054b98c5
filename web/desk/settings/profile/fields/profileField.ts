import type { Path } from '../profilePath.ts'
import { valueAt } from '../profilePath.ts'

export type Words = { readonly zh: string; readonly en: string }

/** One number, time of day or choice of a profile that has an input. */
export interface ProfileField {
	readonly path: Path
	readonly label: Words
	readonly kind: 'number' | 'time' | 'choice'
	readonly unit?: Words
	/** What is typed is so many times what the profile has: 100 for a share typed in percent. */
	readonly times?: number
	/** It stands for its group where that is folded. */
	readonly isKey?: true
	readonly choices?: readonly { readonly value: string; readonly label: Words }[]
}

export interface FieldGroup {
	readonly id: string
	readonly title: Words
	/** What the numbers do, in a sentence. */
	readonly note?: Words
	readonly fields: readonly ProfileField[]
}

export const units = {
	points: { zh: '分', en: 'points' },
	share: { zh: '份', en: '' },
	percent: { zh: '%', en: '%' },
	seconds: { zh: '秒', en: 's' },
	minutes: { zh: '分钟', en: 'min' },
	hours: { zh: '小时', en: 'h' },
	days: { zh: '天', en: 'days' },
	months: { zh: '个月', en: 'months' },
	limits: { zh: '倍限值', en: '× limit' },
	readings: { zh: '次', en: 'readings' },
	courtyards: { zh: '个院落', en: 'courtyards' },
	tasks: { zh: '件', en: 'tasks' },
	messages: { zh: '条', en: 'messages' },
	sensors: { zh: '个', en: 'sensors' },
	heads: { zh: '人', en: 'heads' },
	intervals: { zh: '个上报间隔', en: 'intervals' },
} satisfies Record<string, Words>

/** The unit of a measurand, the same in every language. */
export const ofMeasurand = (unit: string): Words => ({ zh: unit, en: unit })

export const number = (path: Path, zh: string, en: string, unit?: Words): ProfileField => ({
	...{ path, label: { zh, en }, kind: 'number' },
	...(unit === undefined ? {} : { unit }),
})

/** A field that stands for its group where that is folded. */
export const asKey = (field: ProfileField): ProfileField => ({ ...field, isKey: true })

/** A share of one, typed in percent. */
export const percent = (path: Path, zh: string, en: string): ProfileField => ({
	...number(path, zh, en, units.percent),
	times: 100,
})

export const timeOfDay = (path: Path, zh: string, en: string): ProfileField => ({
	...{ path, label: { zh, en }, kind: 'time' },
})

/** Decimals beyond which a number is an artefact of counting in binary: 0.66 × 100. */
const DIGITS = 10

/** What the input of a field shows of a profile; empty where the profile has nothing there. */
export const typedOf = ({ path, times = 1 }: ProfileField, profile: unknown): string => {
	const value = valueAt(profile, path)
	if (value === undefined) return ''
	return typeof value === 'number' ? String(Number((value * times).toFixed(DIGITS))) : String(value)
}

/** What was typed, as the profile has it; what is no number stays as it is, for the check to say so. */
export const readOf = ({ kind, times = 1 }: ProfileField, typed: string): unknown => {
	if (kind !== 'number') return typed
	const value = Number(typed)
	return typed.trim() === '' || Number.isNaN(value) ? typed : Number((value / times).toFixed(DIGITS))
}
