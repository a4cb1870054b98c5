import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import type { DeviceKind } from '../../../../shared/contract/telemetry/measurand.ts'
import { nothing } from './sheet/cell.ts'
import { type Column, type Entry, type Sheet, valueAt } from './sheet/column.ts'
import { type Cells, merged, sent } from './sheet/merged.ts'

/** What the fields of a form begin with: the entry that is changed, or what is known of a new one. */
export const fieldsOf = ({ columns }: Sheet, known: Entry | undefined, prefilled: Cells = {}): Record<string, string> =>
	Object.fromEntries(
		columns.map(({ name, path, initial = '' }) => [
			name,
			String(valueAt(known, path) ?? (known ? '' : (prefilled[name] ?? initial))),
		]),
	)

/** Whether a form asks for a column, by the kind that is chosen. */
export const isAsked = ({ of }: Column, kind: string): boolean => of === undefined || of.includes(kind as DeviceKind)

/** The entry that a form says: a field emptied takes away what was there, one not asked for stays. */
export const entryOf = (sheet: Sheet, known: Entry | undefined, fields: Cells, view: RegistryView) => {
	const cells = sheet.columns.flatMap((column): [string, string][] => {
		const text = (fields[column.name] ?? '').trim()
		const was = valueAt(known, column.path)
		if (!isAsked(column, fields.kind ?? '')) return []
		return [[column.name, text === '' && was !== undefined ? nothing : text]]
	})
	return sent(sheet, merged(sheet, known, Object.fromEntries(cells), view))
}

/** The columns that the registry speaks of when it refuses a field of the only entry, `devices.0.name.zh`. */
export const columnsAt = ({ columns }: Sheet, field: string): Column[] => {
	const path = field.split('.').slice(2).join('.')
	return columns.filter((column) => `${column.path.join('.')}.`.startsWith(`${path}.`))
}
