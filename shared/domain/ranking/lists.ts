import type { Profile } from '../../contract/profile/profile.ts'
import type { Listing } from '../../contract/ranking/ranking.ts'
import type { Ranked } from './candidate.ts'

/**
 * 红黑榜 (ADR 9). Red: the first `redList` places, from `redFrom` points on; whoever shares a place shares the list.
 * While a doubt about one of its sensors is open a courtyard waits, and keeps its place on the list; one whose sensor was
 * found tampered with is barred. Black: the last `blackList` places below `blackBelow` points, so nobody is on it only
 * because somebody must be last, and nobody is on both.
 */
export function listsOf({ ranking }: Profile, township: readonly Ranked[]): Map<Ranked, Listing['list']> {
	const { redList, redFrom, blackList, blackBelow } = ranking
	const lists = new Map<Ranked, Listing['list']>()
	const scores = township.map(({ score }) => score).sort((a, b) => a - b)
	for (const row of township) {
		const better = scores.length - firstAbove(scores, row.score)
		const worse = firstAbove(scores, row.score, 'orEqual')
		if (row.score >= redFrom && better < redList) lists.set(row, redOf(row))
		else if (row.score < blackBelow && worse < blackList) lists.set(row, 'black')
	}
	return lists
}

function redOf({ doubts }: Ranked): Listing['list'] {
	if (doubts.some(({ isConfirmed }) => isConfirmed)) return 'red-barred'
	return doubts.some(({ openDays }) => openDays.length > 0) ? 'red-waiting' : 'red'
}

/** Where, in rising order, the first score lies that is above this one (or equal to it). */
function firstAbove(scores: readonly number[], score: number, orEqual?: 'orEqual'): number {
	let [low, high] = [0, scores.length]
	while (low < high) {
		const middle = (low + high) >> 1
		const other = scores[middle] ?? 0
		if (other > score || (orEqual && other === score)) high = middle
		else low = middle + 1
	}
	return low
}
