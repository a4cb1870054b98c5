import type { Correction, CorrectionCause, RankedRow, RankingRow } from '../../contract/ranking/ranking.ts'
import { fixed } from '../inspection/words.ts'

/** What a correction is found from. */
export type Compared = {
	revision: number
	published: readonly RankingRow[]
	now: readonly RankingRow[]
	/** Courtyards of which an appeal was accepted after it was published. */
	appealed: ReadonlySet<string>
	/** Corrections that were on the list before: they keep the instant at which they were first seen. */
	known: readonly Correction[]
	at: number
}

/**
 * Where a published ranking differs from what it would be today. The published one stays as it is; staff may turn the
 * list into a revision beside it.
 * @returns in the order of courtyards' ids
 */
export function corrections({ revision, published, now, appealed, known, at }: Compared): Correction[] {
	const before = new Map(published.map((row) => [row.courtyard, row]))
	const today = new Map(now.map((row) => [row.courtyard, row]))
	const since = new Map(known.filter((one) => one.revision === revision).map((one) => [one.courtyard, one.since]))
	return [...new Set([...before.keys(), ...today.keys()])].sort().flatMap((courtyard) => {
		const [was, is] = [before.get(courtyard), today.get(courtyard)]
		const name = (was ?? is)?.name
		const [then, would] = [standingOf(was), standingOf(is)]
		if (!name || JSON.stringify(then) === JSON.stringify(would)) return []
		return {
			courtyard,
			name,
			revision,
			published: then,
			wouldBe: would,
			causes: causesOf(was, is, appealed.has(courtyard)),
			since: since.get(courtyard) ?? at,
			text: { zh: `${sayZh(then)} → ${sayZh(would)}`, en: `${sayEn(then)} → ${sayEn(would)}` },
		}
	})
}

function standingOf(row: RankingRow | undefined): Correction['published'] {
	if (!row) return { score: null, rank: null, list: null }
	if (row.is === 'unranked') return { score: row.score, rank: null, list: null }
	return { score: row.score, rank: row.places.township.rank, list: row.listing?.list ?? null }
}

function causesOf(was: RankingRow | undefined, is: RankingRow | undefined, isAppealed: boolean): CorrectionCause[] {
	const own = isAppealed ? 'appeal' : 'late-data'
	if (was?.is !== 'ranked' || is?.is !== 'ranked') return [own]
	const causes: CorrectionCause[] = []
	if (differs(was, is, 'environment')) causes.push(own)
	if (differs(was, is, 'inspection')) causes.push(isAppealed && !causes.includes('appeal') ? 'appeal' : 'inspection')
	if (differs(was, is, 'response')) causes.push('response')
	if (causes.length > 0) return causes
	return was.places.township.rank === is.places.township.rank ? ['doubts'] : ['others']
}

const differs = (was: RankedRow, is: RankedRow, part: keyof RankedRow['parts']): boolean =>
	was.parts[part].score !== is.parts[part].score

const sayZh = ({ score, rank }: Correction['published']): string =>
	`${score === null ? '无得分' : `${fixed(score)} 分`}，${rank === null ? '未排名' : `第 ${rank} 名`}`
const sayEn = ({ score, rank }: Correction['published']): string =>
	`${score === null ? 'no score' : fixed(score)}, ${rank === null ? 'not ranked' : `place ${rank}`}`
