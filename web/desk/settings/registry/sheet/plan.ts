import type { RegistryView } from '../../../../../shared/contract/registry/registry.ts'
import { nothing } from './cell.ts'
import { type Column, type Entry, type Sheet, valueAt, type Words } from './column.ts'
import { type Row, rowsOf } from './csvText.ts'
import { type Cells, changedColumns, merged } from './merged.ts'

/** What is wrong with a line: in which column, what may stand there and what does. */
export interface Fault {
	/** Absent: it is not one column's. */
	readonly column?: Column
	readonly expected: Words
	readonly got: string
}

export interface Change {
	readonly column: Column
	readonly from: unknown
	readonly to: unknown
}

interface LineBase {
	/** Of the file, counted from 1. */
	readonly line: number
	readonly id: string
	readonly cells: Cells
}

/** What a line of the file would do. */
export type PlanLine = LineBase &
	(
		| { readonly is: 'added'; readonly entry: Entry }
		| { readonly is: 'changed'; readonly entry: Entry; readonly changes: readonly Change[] }
		| { readonly is: 'unchanged' }
		| { readonly is: 'refused'; readonly faults: readonly Fault[] }
	)

/** Why a file cannot be read at all. */
export type Trouble =
	| { readonly is: 'empty' }
	| { readonly is: 'no-id' }
	| { readonly is: 'no-rows' }
	| { readonly is: 'too-many'; readonly rows: number; readonly most: number }
	| { readonly is: 'unclosed'; readonly line: number }
	| { readonly is: 'twice'; readonly heading: string }

export interface Plan {
	readonly trouble?: Trouble
	/** Headings that name no column; their cells are not looked at. */
	readonly unknown: readonly string[]
	readonly lines: readonly PlanLine[]
}

/** A township has hundreds of devices; what is more is not its registry. Keeps a check within one call of the API. */
export const mostRows = 2000

/** What a file would do to the registry, line by line; nothing is asked or changed. */
export const planOf = (sheet: Sheet, text: string, view: RegistryView): Plan => {
	const { rows, unclosed } = rowsOf(text)
	const [head, ...body] = rows
	const troubled = (trouble: Trouble): Plan => ({ trouble, unknown: [], lines: [] })
	if (unclosed !== undefined) return troubled({ is: 'unclosed', line: unclosed })
	if (head === undefined) return troubled({ is: 'empty' })
	const columns = head.cells.map((heading) => columnOf(sheet, heading))
	const twice = columns.findIndex((column, i) => column !== undefined && columns.indexOf(column) < i)
	if (twice >= 0) return troubled({ is: 'twice', heading: head.cells[twice] ?? '' })
	if (!columns.some((column) => column?.name === 'id')) return troubled({ is: 'no-id' })
	if (body.length === 0) return troubled({ is: 'no-rows' })
	if (body.length > mostRows) return troubled({ is: 'too-many', rows: body.length, most: mostRows })
	const known = new Map<string, Entry>(view[sheet.room].map((entry) => [entry.id, entry]))
	const seen = new Map<string, number>()
	const named = withNew(sheet, columns, body, view)
	return {
		unknown: head.cells.filter((heading, i) => heading.trim() !== '' && columns[i] === undefined),
		lines: body.map((row) => lineOf(sheet, columns, row, { known, seen, view: named })),
	}
}

const folded = (text: string): string => text.toLowerCase().replace(/[\s_]/g, '')

const columnOf = ({ columns }: Sheet, heading: string): Column | undefined =>
	columns.find(({ name, title, path }) =>
		[name, title.zh, title.en, path.join('.')].map(folded).includes(folded(heading)),
	)

const cellsOf = (columns: readonly (Column | undefined)[], { cells }: Row): Cells =>
	Object.fromEntries(columns.flatMap((column, i) => (column === undefined ? [] : [[column.name, cells[i] ?? '']])))

/** A gateway may come in the same file as the devices it speaks for. */
const withNew = (
	{ room }: Sheet,
	columns: readonly (Column | undefined)[],
	rows: readonly Row[],
	view: RegistryView,
): RegistryView => {
	if (room !== 'devices') return view
	const known = new Set(view.devices.map(({ id }) => id))
	const added = rows
		.map((row) => cellsOf(columns, row))
		.filter(({ id = '' }) => !known.has(id))
		.map(({ id = '', name_zh: zh = '', name_en: en = '' }) => ({ id, name: { zh, en } }) as RegistryView['devices'][0])
	return { ...view, devices: [...view.devices, ...added] }
}

interface Context {
	readonly known: ReadonlyMap<string, Entry>
	/** On which line an id stood first. */
	readonly seen: Map<string, number>
	readonly view: RegistryView
}

const lineOf = (sheet: Sheet, columns: readonly (Column | undefined)[], row: Row, context: Context): PlanLine => {
	const cells = cellsOf(columns, row)
	const id = cells.id?.trim() ?? ''
	const base = { line: row.line, id, cells }
	const known = context.known.get(id)
	const faults = [...surplus(columns, row), ...repeated(sheet, row.line, id, context.seen), ...emptied(sheet, cells)]
	if (faults.length > 0) return { ...base, is: 'refused', faults }
	const entry = merged(sheet, known, cells, context.view)
	if (known === undefined) return { ...base, is: 'added', entry }
	const changes = changedColumns(sheet, known, entry).map((column) => ({
		column,
		from: valueAt(known, column.path),
		to: valueAt(entry, column.path),
	}))
	return changes.length === 0 ? { ...base, is: 'unchanged' } : { ...base, is: 'changed', entry, changes }
}

const surplus = (columns: readonly unknown[], { cells }: Row): Fault[] => {
	const more = cells.slice(columns.length).filter((cell) => cell !== '')
	if (more.length === 0) return []
	const { length } = columns
	return [
		{
			expected: { zh: `不超过 ${length} 格，与表头一致`, en: `at most ${length} cells, as the heading has` },
			got: more.join(', '),
		},
	]
}

const repeated = ({ columns }: Sheet, line: number, id: string, seen: Map<string, number>): Fault[] => {
	const before = seen.get(id)
	if (before === undefined) {
		seen.set(id, line)
		return []
	}
	const [column] = columns.filter(({ name }) => name === 'id')
	return [
		{
			...(column === undefined ? {} : { column }),
			expected: { zh: `没有重复的编号（第 ${before} 行已有）`, en: `an id that stands once (line ${before} has it)` },
			got: id,
		},
	]
}

const emptied = ({ columns }: Sheet, cells: Cells): Fault[] =>
	columns
		.filter(({ name, isRequired, isLasting }) => (isRequired || isLasting) && cells[name]?.trim() === nothing)
		.map((column) => ({ column, expected: column.expected, got: nothing }))
