import papa from 'papaparse'

/** A row of a file and the line on which it begins, counted from 1. */
export interface Row {
	readonly line: number
	readonly cells: readonly string[]
}

export interface Rows {
	readonly rows: readonly Row[]
	/** The line on which a quotation mark opens that nothing closes. */
	readonly unclosed?: number
}

/** The rows of a text, parted by commas, semicolons or tabs; empty lines and lines that begin with `#` are none. */
export const rowsOf = (text: string): Rows => {
	const plain = text.replace(/\r\n?/g, '\n')
	const rows: Row[] = []
	let line = 1
	let from = 0
	let unclosed: number | undefined
	papa.parse<string[]>(plain, {
		newline: '\n',
		delimiter: delimiterOf(plain),
		step: ({ data, errors, meta }) => {
			if (errors.some(({ type }) => type === 'Quotes')) unclosed ??= line
			const isNote = data[0]?.trimStart().startsWith('#') ?? false
			if (!isNote && data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data.map(plainCell) })
			line += plain.slice(from, meta.cursor).split('\n').length - 1
			from = meta.cursor
		},
	})
	return { rows, ...(unclosed === undefined ? {} : { unclosed }) }
}

/** What parts the headings; the library's own guess is led astray by notes and empty lines. */
const delimiterOf = (text: string): string => {
	const head = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
	const count = (mark: string): number => head.split(mark).length
	return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/**
 * A table as a file that spreadsheet programs open as it is: UTF-8 with a byte order mark. Texts that such a program would
 * take for a formula get an apostrophe in front (OWASP, CSV injection), which `rowsOf` takes away again.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
	`\uFEFF${papa.unparse(
		rows.map((row) => row.map(safeCell)),
		{ newline: '\r\n' },
	)}\r\n`

const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?$/.test(text)

const safeCell = (text: string): string => (/^['=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text)

const plainCell = (text: string): string => text.trim().replace(/^'(?=['=+\-@\t\r])/, '')
