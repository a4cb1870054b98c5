import type { RegistryView } from '../../../../../shared/contract/registry/registry.ts'
import { read } from './cell.ts'
import { type Column, type Entry, type Sheet, valueAt, withValue } from './column.ts'

/** What is filled in for an entry, by the name of the column; what is missing or empty says nothing. */
export type Cells = Readonly<Record<string, string>>

/** An entry with what the cells say put over what is known of it. Fields that no cell speaks of stay as they are. */
export const merged = (sheet: Sheet, known: Entry | undefined, cells: Cells, view: RegistryView): Entry => {
	let entry: Readonly<Record<string, unknown>> = known ?? {}
	for (const column of sheet.columns) {
		const cell = cells[column.name] ?? ''
		if (cell.trim() !== '') entry = withValue(entry, column.path, read(column, cell, view))
	}
	return { ...entry, id: String(entry.id ?? '') }
}

/** The columns in which two versions of an entry differ. */
export const changedColumns = ({ columns }: Sheet, before: Entry, after: Entry): Column[] =>
	columns.filter(({ path, name }) => !isSame(name, valueAt(before, path), valueAt(after, path)))

/** EUIs are kept in small letters, however they are written. */
const isSame = (name: string, a: unknown, b: unknown): boolean =>
	name === 'eui' ? String(a ?? '').toLowerCase() === String(b ?? '').toLowerCase() : a === b

/** The entry as it is sent: without what the registry keeps best by itself. */
export const sent = ({ kept }: Sheet, entry: Entry): Readonly<Record<string, unknown>> =>
	kept.reduce<Readonly<Record<string, unknown>>>((group, field) => withValue(group, field.split('.'), undefined), entry)
