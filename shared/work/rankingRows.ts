import type { Generation, RankingRow } from '../contract/ranking/ranking.ts'
import type { RankingScope, Rankings } from '../ports/rankings.ts'

const PAGE = 500

/** All rows of a computation, township by township. */
export async function rankingRows(
	rankings: Pick<Rankings, 'rows'>,
	month: string,
	{ id, townships }: Pick<Generation, 'id' | 'townships'>,
): Promise<RankingRow[]> {
	const rows: RankingRow[] = []
	for (const township of townships) rows.push(...(await scopeRows(rankings, month, id, { is: 'township', township })))
	return rows
}

/** All rows of a scope, in the order of places. */
export async function scopeRows(
	rankings: Pick<Rankings, 'rows'>,
	month: string,
	generation: string,
	scope: RankingScope,
): Promise<RankingRow[]> {
	const rows: RankingRow[] = []
	let after: string | undefined
	do {
		const page = await rankings.rows({ month, generation }, scope, PAGE, after)
		rows.push(...page.rows)
		after = page.next
	} while (after !== undefined)
	return rows
}
