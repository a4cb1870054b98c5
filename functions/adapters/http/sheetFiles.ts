import type { SheetWriter } from '../../../shared/ports/sheets.ts'

/** The libraries are evaluated when a file is asked for, so that no other answer waits for them. */
export const sheetFiles: SheetWriter = {
	csv: async ({ rows }) => {
		const { stringify } = await import('csv-stringify/sync')
		return stringify(
			rows.map((row) => [...row]),
			{
				bom: true,
				quoted: true,
				record_delimiter: 'windows',
				// Texts that a spreadsheet program would take for a formula get an apostrophe (OWASP, CSV injection).
				escape_formulas: true,
			},
		)
	},
	xlsx: async ({ name, rows }) => {
		const { default: writeXlsxFile } = await import('write-excel-file/node')
		const cells = rows.map((row, i) =>
			row.map((value) => {
				const heading = i === 0 ? { fontWeight: 'bold' as const, wrap: true } : {}
				// The type is given, so a text stays text whatever it begins with.
				if (typeof value === 'number') return { type: Number, value, ...heading }
				return value === null ? null : { type: String, value, ...heading }
			}),
		)
		const buffer = await writeXlsxFile(cells, { sheet: name, stickyRowsCount: 1 }).toBuffer()
		return new Uint8Array(buffer)
	},
}
