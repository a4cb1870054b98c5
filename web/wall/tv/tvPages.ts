import type {
	WallBlackListed,
	WallCourtyard,
	WallListed,
	WallProblem,
	WallRanking,
	WallView,
} from '../../../shared/contract/wall/publicWall.ts'

/** One screenful: what fits at a size that is read from five metres. */
export type TvPage =
	| { readonly is: 'scores'; readonly courtyards: readonly WallCourtyard[] }
	| { readonly is: 'ranking'; readonly rows: WallRanking['rows'] }
	| { readonly is: 'red'; readonly entries: readonly WallListed[] }
	| { readonly is: 'black'; readonly entries: readonly WallBlackListed[] }
	| { readonly is: 'problems'; readonly latest: readonly WallProblem[] }

const fits = { scores: 12, ranking: 14, red: 3, black: 2, problems: 5 } as const

/** How long a screenful stays, milliseconds: a slow reader is through with it. */
export const turnMs = 15_000

/** The screenfuls of a wall, in their order: scores, ranking, lists, problems. What there is none of has none. */
export const tvPages = ({ courtyards, ranking, problems }: WallView): readonly TvPage[] => {
	const best = [...courtyards].sort((a, b) => (b.score ?? -1) - (a.score ?? -1))
	const { rows = [], red = [], black = [] } = ranking ?? {}
	return [
		...inParts(best, fits.scores).map((part) => ({ is: 'scores' as const, courtyards: part })),
		...inParts(rows, fits.ranking).map((part) => ({ is: 'ranking' as const, rows: part })),
		...inParts(red, fits.red).map((part) => ({ is: 'red' as const, entries: part })),
		...inParts(black, fits.black).map((part) => ({ is: 'black' as const, entries: part })),
		{ is: 'problems', latest: problems.latest.slice(0, fits.problems) },
	]
}

/** Which page is on: the first after the last; a page that went (another revision, another month) leaves none blank. */
export const pageOn = <P>(pages: readonly P[], turns: number): P | undefined => pages[turns % Math.max(1, pages.length)]

/** As even as can be: 14 of at most 12 are 7 and 7, not 12 and a lonely 2. */
const inParts = <T>(items: readonly T[], most: number): T[][] => {
	const count = Math.ceil(items.length / most)
	const size = Math.ceil(items.length / Math.max(1, count))
	return Array.from({ length: count }, (_, part) => items.slice(part * size, (part + 1) * size))
}
