import type { Change } from '../../contract/ranking/ranking.ts'

/** A courtyard's place in last month's published ranking; null: it was in it without a place. */
export type LastPlaces = ReadonlyMap<string, number | null>

/** @param last undefined where nothing was published for last month */
export function changeOf(courtyard: string, rank: number, last: LastPlaces | undefined): Change {
	if (!last) return { is: 'no-ranking-before', text: { zh: '上月未发布排名', en: 'no ranking last month' } }
	const before = last.get(courtyard)
	if (before === undefined) return { is: 'new', text: { zh: '新参评', en: 'new' } }
	if (before === null) return { is: 'not-ranked-before', text: { zh: '上月未参加排名', en: 'not ranked last month' } }
	return { is: 'moved', places: before - rank, text: movedWords(before - rank) }
}

/** Up is a smaller number: from 5 to 3 is ▲2. */
function movedWords(places: number): { zh: string; en: string } {
	if (places === 0) return { zh: '持平', en: 'unchanged' }
	const count = Math.abs(places)
	return places > 0
		? { zh: `▲上升 ${count} 位`, en: `▲ up ${count}` }
		: { zh: `▼下降 ${count} 位`, en: `▼ down ${count}` }
}
