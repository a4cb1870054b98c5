import type { Place, RankedRow, RankingRow, UnrankedRow } from '../../../shared/contract/ranking/ranking.ts'

export interface RankingFilter {
	/** Empty: all. */
	readonly village: string
	readonly kind: string
}

/** The rows that a filter leaves: those with a place in the order of places, and those without one. */
export const shownRows = (
	rows: readonly RankingRow[],
	{ village, kind }: RankingFilter,
): { ranked: RankedRow[]; apart: UnrankedRow[] } => {
	const shown = rows.filter((row) => (village === '' || row.village === village) && (kind === '' || row.kind === kind))
	return {
		ranked: shown
			.flatMap((row) => (row.is === 'ranked' ? row : []))
			.sort((a, b) => a.places.township.rank - b.places.township.rank),
		apart: shown.flatMap((row) => (row.is === 'unranked' ? row : [])),
	}
}

/** The place within what is shown. A village's courtyards of one kind have no ranking of their own: the township's stands. */
export const placeShown = ({ places }: Pick<RankedRow, 'places'>, { village, kind }: RankingFilter): Place =>
	village !== '' && kind === '' ? places.village : kind !== '' && village === '' ? places.kind : places.township

/** What the API calls the part that a filter shows, for the files. */
export const scopeOf = ({ village, kind }: RankingFilter): string =>
	village !== '' ? `village:${village}` : kind !== '' ? `kind:${kind}` : 'township'
