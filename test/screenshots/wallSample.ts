import { type WallCourtyard, type WallRanking, WallView } from '../../shared/contract/wall/publicWall.ts'

/** What the pictures show of the wall where the demo township has published nothing yet: the real one with a ranking. */
export const withRanking = (real: unknown): WallView => {
	const view = WallView.parse(real)
	const ranking = rankingOf(view.courtyards)
	return { ...view, months: [ranking.month, '2026-09', '2026-08'], ranking }
}

/** The real one, before anything was published and measured. */
export const empty = (real: unknown): WallView => {
	const view = WallView.parse(real)
	const courtyards = view.courtyards.map((courtyard) => ({
		...courtyard,
		score: null,
		band: 'insufficient' as const,
		revolutions: {},
	}))
	const problems: WallView['problems'] = {
		...view.problems,
		reported: { sensors: 0, residents: 0, inspections: 0 },
		...{ solved: 0, underWay: 0, services: { ordered: 0, delivered: 0 }, latest: [] },
	}
	return { ...view, courtyards, problems, months: [], ranking: null }
}

const moves = [1, -1, 0, 3, -2, null, 1, -4, 2, 0, -1]

const rankingOf = (courtyards: readonly WallCourtyard[]): WallRanking => {
	const ranked = courtyards.slice(0, -1).map(({ id, name, village }, index) => ({
		...{ courtyard: id, name, village, rank: index + 1, score: 95.83 - index * 3.17 },
		parts: { environment: 94.2 - index * 3.4, inspection: 97.5 - index * 2, ...(index < 8 ? { response: 100 } : {}) },
		...changeOf(moves[index] ?? null),
	}))
	const rows = ranked.map((row) => ({ ...row, score: Math.round(row.score * 100) / 100 }))
	const last = courtyards.at(-1)
	return {
		month: '2026-10',
		revision: 2,
		revisions: [
			{ revision: 1, at: '2026-11-04T02:10:00.000Z' },
			{ revision: 2, at: '2026-11-09T07:30:00.000Z', note: '古井同心院申诉成立，10月12日停电的时间不计' },
		],
		weights: { environment: 60, inspection: 30, response: 10 },
		rows,
		unranked: last
			? [
					{
						...{ courtyard: last.id, name: last.name, village: last.village, score: 88.4 },
						why: { zh: '有效天数 19 天，至少要 27 天', en: '19 of at least 27 valid days' },
					},
				]
			: [],
		red: rows.slice(0, 5).map((row) => ({ ...row, reason: good })),
		black: rows.slice(-3).map((row, index) => ({
			...row,
			reason: bad,
			...{ planDue: index === 2 ? null : '2026-11-30', underWay: index, solved: 4 - index },
		})),
	}
}

const good = {
	zh: '环境 95.31 分，检查 97.50 分，响应 100.00 分；全部扣分中最多的：1号公厕 氨气偏高 共6小时，扣0.8分',
	en: 'environment 95.31, inspection 97.50, response 100.00; the most it lost: Public toilet 1: ammonia too high for 6 h, 0.8 points',
}
const bad = {
	zh: '环境 61.20 分，检查 74.00 分；主要扣分：2号垃圾箱 满溢 共96小时，扣9.3分；1号提升井 水位过高 共31小时，扣4.1分',
	en: 'environment 61.20, inspection 74.00; lost most by: Bin 2: overfull for 96 h, 9.3 points; Lift well 1: level too high for 31 h, 4.1 points',
}

const changeOf = (moved: number | null): Pick<WallRanking['rows'][number], 'moved' | 'changeText'> => {
	if (moved === null) return { moved, changeText: { zh: '上月未参加排名', en: 'not ranked last month' } }
	const count = Math.abs(moved)
	if (moved === 0) return { moved, changeText: { zh: '持平', en: 'unchanged' } }
	return moved > 0
		? { moved, changeText: { zh: `▲上升 ${count} 位`, en: `▲ up ${count}` } }
		: { moved, changeText: { zh: `▼下降 ${count} 位`, en: `▼ down ${count}` } }
}
