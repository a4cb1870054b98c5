import type { RankingRow, RowExplanation } from '../../contract/ranking/ranking.ts'

/** A courtyard's row of the ranking, and why it is as it is. */
export type Entry = { row: RankingRow; why: RowExplanation }

/** The text that is kept and hashed: the same bytes for the same entry. */
export const entryText = ({ row, why }: Entry): string => JSON.stringify({ row, why })

/** What a generation's hash is made of: one line for each entry, in the order of courtyards' ids. */
export const hashedText = (texts: readonly string[]): string => texts.join('\n')
