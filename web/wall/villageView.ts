import type { WallRanking, WallView } from '../../shared/contract/wall/publicWall.ts'

/** The wall of one village: its courtyards alone, with their places in the township. Empty: the whole township. */
export const villageView = (view: WallView, village: string): WallView => {
	if (!view.villages.some(({ id }) => id === village)) return view
	const courtyards = view.courtyards.filter((courtyard) => courtyard.village === village)
	const own = new Set(courtyards.map(({ id }) => id))
	return {
		...view,
		courtyards,
		problems: { ...view.problems, latest: view.problems.latest.filter(({ courtyard }) => own.has(courtyard)) },
		ranking: view.ranking && villageRanking(view.ranking, village),
	}
}

/** The same of a ranking alone. */
export const villageRanking = (ranking: WallRanking, village: string): WallRanking => {
	const isOwn = (row: { village: string }): boolean => village === '' || row.village === village
	return {
		...ranking,
		rows: ranking.rows.filter(isOwn),
		unranked: ranking.unranked.filter(isOwn),
		red: ranking.red.filter(isOwn),
		black: ranking.black.filter(isOwn),
	}
}
