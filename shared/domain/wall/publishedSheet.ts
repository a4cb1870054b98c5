import { type RankedRow, RankingPart, type RankingRow, type Revision } from '../../contract/ranking/ranking.ts'
import type { WallBlackListed, WallListed, WallRanking } from '../../contract/wall/publicWall.ts'

/** What is being done about a courtyard on the black list. */
export type Remedy = Pick<WallBlackListed, 'planDue' | 'underWay' | 'solved'>

/**
 * A published ranking as the wall shows it: what people read there, without the rest of the table.
 * @param revisions those that are published, the first first; the rows are the last one's
 */
export function publishedSheet(
	month: string,
	revisions: readonly Revision[],
	rows: readonly RankingRow[],
	remedyOf: (courtyard: string) => Remedy,
): WallRanking {
	const ranked = rows.flatMap((row) => (row.is === 'ranked' ? row : []))
	const on = (list: 'red' | 'black'): WallListed[] => ranked.flatMap((row) => listed(row, list))
	return {
		month,
		revision: revisions.at(-1)?.revision ?? 0,
		revisions: revisions.map(({ revision, at, note }) => ({
			revision,
			at: new Date(at).toISOString(),
			...(note === undefined ? {} : { note }),
		})),
		weights: revisions.at(-1)?.generation.weights ?? { environment: 0, inspection: 0, response: 0 },
		rows: ranked.map((row) => ({
			...about(row),
			rank: row.places.township.rank,
			score: row.score,
			parts: partsOf(row),
			moved: row.change.is === 'moved' ? row.change.places : null,
			changeText: row.change.text,
		})),
		unranked: rows.flatMap((row) =>
			row.is === 'ranked' ? [] : { ...about(row), score: row.score, why: joined(row.lacks.map(({ text }) => text)) },
		),
		red: on('red'),
		black: on('black').map((row) => ({ ...row, ...remedyOf(row.courtyard) })),
	}
}

const about = ({ courtyard, name, village }: RankingRow) => ({ courtyard, name, village })

const listed = (row: RankedRow, list: 'red' | 'black'): WallListed[] =>
	row.listing?.list === list ? [{ ...about(row), score: row.score, reason: row.listing.reason }] : []

const partsOf = ({ parts }: RankedRow): WallRanking['rows'][number]['parts'] =>
	Object.fromEntries(
		RankingPart.options.flatMap((part) => {
			const { score } = parts[part]
			return score === null ? [] : [[part, score]]
		}),
	)

const joined = (texts: readonly { zh: string; en: string }[]): { zh: string; en: string } => ({
	zh: texts.map(({ zh }) => zh).join('；'),
	en: texts.map(({ en }) => en).join('; '),
})
