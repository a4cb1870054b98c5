export type Cell = string | number | null

/** A table for people: the first row is the heading. */
export type Sheet = { name: string; rows: readonly (readonly Cell[])[] }

/** Tables as files that people open in a spreadsheet program. A text can never become a formula there. */
export type SheetWriter = {
	/** UTF-8 with a byte order mark, which is what Excel takes it for. */
	csv(sheet: Sheet): Promise<string>
	xlsx(sheet: Sheet): Promise<Uint8Array>
}
