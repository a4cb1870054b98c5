import type { Profile } from '../../contract/profile/profile.ts'
import type { Place, RankedRow, UnrankedRow } from '../../contract/ranking/ranking.ts'
import { toHundredths } from '../score/round.ts'
import type { Candidate, Ranked } from './candidate.ts'
import { changeOf, type LastPlaces } from './change.ts'
import type { Entry } from './entry.ts'
import { lacksOf } from './lacks.ts'
import { listingReason } from './listingReason.ts'
import { listsOf } from './lists.ts'
import { monthParts } from './monthParts.ts'
import { peerGroup } from './peers.ts'
import { placesIn } from './rank.ts'
import { rankingScore } from './rankingScore.ts'
import { rowExplanation } from './rowExplanation.ts'

/**
 * Ranks a month, each township by itself. A function of what is known of the courtyards, whatever their order.
 * @param profile whose ranking rules are in force on the month's first day
 * @param last the places of last month's published ranking; undefined where there is none
 * @returns in the order of courtyards' ids
 */
export function rankMonth(profile: Profile, candidates: readonly Candidate[], last: LastPlaces | undefined): Entry[] {
	const sorted = candidates.toSorted((a, b) => (a.courtyard.id < b.courtyard.id ? -1 : 1))
	const ranked: Ranked[] = []
	const apart: Entry[] = []
	for (const candidate of sorted) {
		const lacks = lacksOf(profile, candidate)
		const parts = monthParts(profile, candidate)
		const score = rankingScore(parts)
		const { period } = candidate
		if (lacks.length === 0 && period && score !== null) ranked.push({ ...candidate, period, parts, score })
		else apart.push({ row: unrankedRow(candidate, lacks), why: rowExplanation(candidate) })
	}
	const rankedEntries = [...Map.groupBy(ranked, townshipOf).values()].flatMap((township) =>
		rankTownship(profile, township, last),
	)
	return [...rankedEntries, ...apart].sort((a, b) => (a.row.courtyard < b.row.courtyard ? -1 : 1))
}

const townshipOf = ({ village }: Candidate): string => village.township

function rankTownship(profile: Profile, rows: readonly Ranked[], last: LastPlaces | undefined): Entry[] {
	const peersOf = ({ courtyard }: Ranked) => peerGroup(courtyard, profile.ranking.sizeClasses)
	const places = {
		township: placesIn(rows, () => ''),
		village: placesIn(rows, ({ village }) => village.id),
		kind: placesIn(rows, ({ courtyard }) => courtyard.kind),
		peers: placesIn(rows, (row) => peersOf(row).key),
	}
	const lists = listsOf(profile, rows)
	const scores = rows.map(({ score }) => score)
	return rows.map((row, i) => {
		const why = rowExplanation(row, row, scores.toSpliced(i, 1))
		const township = placeOf(places.township, row)
		const list = lists.get(row)
		const rankedRow: RankedRow = {
			is: 'ranked',
			...aboutOf(row),
			score: row.score,
			parts: row.parts,
			places: {
				township,
				village: placeOf(places.village, row),
				kind: placeOf(places.kind, row),
				peers: placeOf(places.peers, row),
			},
			peers: peersOf(row).name,
			change: changeOf(row.courtyard.id, township.rank, last),
			...(list === undefined ? {} : { listing: { list, reason: listingReason(list, row, why) } }),
		}
		return { row: rankedRow, why }
	})
}

/** @throws when a row was not among those ranked */
function placeOf(places: ReadonlyMap<Ranked, Place>, row: Ranked): Place {
	const place = places.get(row)
	if (!place) throw new Error(`courtyard ${row.courtyard.id} has no place`)
	return place
}

const aboutOf = ({ courtyard, village }: Candidate) => ({
	courtyard: courtyard.id,
	name: courtyard.name,
	village: village.id,
	villageName: village.name,
	township: village.township,
	kind: courtyard.kind,
	households: courtyard.households,
})

function unrankedRow(candidate: Candidate, lacks: UnrankedRow['lacks']): UnrankedRow {
	const score = candidate.period?.score ?? null
	return { is: 'unranked', ...aboutOf(candidate), score: score === null ? null : toHundredths(score), lacks }
}
