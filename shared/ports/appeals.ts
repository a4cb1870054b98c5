import type { Appeal } from '../contract/ranking/appeal.ts'

/** Appeals (申诉). An accepted one of readings is an exclusion from the moment it is stored. */
export type Appeals = {
	/** Strongly consistent. */
	get(id: string): Promise<Appeal | undefined>
	/** Writes the appeal if its stored version is still `expected` (undefined: if there is none). */
	put(appeal: Appeal, expected: number | undefined): Promise<'stored' | 'conflict'>
	/** Those of a month, or of a courtyard in it, in the order of ids; strongly consistent. */
	ofMonth(month: string, courtyard?: string): Promise<Appeal[]>
}
