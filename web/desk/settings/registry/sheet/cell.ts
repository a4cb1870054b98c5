import type { RegistryView } from '../../../../../shared/contract/registry/registry.ts'
import type { Language } from '../../../../i18n/language.ts'
import { type Column, type Entry, valueAt } from './column.ts'

/** In a cell: take away what is there. An empty cell leaves it. */
export const nothing = '-'

/** The text of a field of an entry; empty where there is nothing. References stand as ids. */
export const written = ({ path, choices }: Column, entry: Entry, language: Language): string => {
	const value = valueAt(entry, path)
	if (value === undefined) return ''
	return choices?.find((choice) => choice.value === value)?.[language] ?? String(value)
}

/**
 * What a cell says. What cannot be read stays as it came, for the registry to refuse.
 *
 * @returns undefined where it takes away what is there
 */
export const read = ({ is, choices, to }: Column, cell: string, view: RegistryView): unknown => {
	const text = cell.trim()
	if (text === nothing) return undefined
	if (is === 'text') return text
	const plain = text.normalize('NFKC')
	if (is === 'number') return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text
	if (is === 'day') return dayOf(plain) ?? text
	if (is === 'choice') return (choices?.find((choice) => names(choice).has(folded(plain))) ?? { value: text }).value
	if (is === 'reference' && to) return idOf(view[to], plain) ?? text
	return plain
}

const folded = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '')

const names = ({ value, zh, en }: { value: unknown; zh: string; en: string }): ReadonlySet<string> =>
	new Set([String(value), zh, en].map(folded))

/** `2026-11-30` of it and of what spreadsheets make of it: `2026/11/30`, `2026年11月30日`. */
const dayOf = (text: string): string | undefined => {
	const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
	return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

interface Named {
	readonly id: string
	readonly name: { readonly zh: string; readonly en: string }
}

const idOf = (entries: readonly Named[], text: string): string | undefined => {
	if (entries.some(({ id }) => id === text)) return text
	const called = entries.filter(({ name }) => [name.zh, name.en].map(folded).includes(folded(text)))
	return called.length === 1 ? called[0]?.id : undefined
}
