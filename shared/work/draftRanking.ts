import type { Correction, MonthHead, RankingRow } from '../contract/ranking/ranking.ts'
import { profileOn } from '../domain/profile/inForce.ts'
import type { LastPlaces } from '../domain/ranking/change.ts'
import { corrections } from '../domain/ranking/corrections.ts'
import { type Entry, entryText } from '../domain/ranking/entry.ts'
import { type Digest, describeGeneration } from '../domain/ranking/generation.ts'
import { qualityOf } from '../domain/ranking/quality.ts'
import { rankMonth } from '../domain/ranking/rankMonth.ts'
import { previousMonth } from '../domain/time/shanghai.ts'
import type { AcceptedAppeals } from '../ports/acceptedAppeals.ts'
import type { Drafts } from '../ports/drafts.ts'
import type { GenerationContent, Rankings } from '../ports/rankings.ts'
import type { RegistryReader } from '../ports/registry.ts'
import { type CandidatePorts, gatherCandidates } from './gatherCandidates.ts'
import { rankingRows } from './rankingRows.ts'

export type DraftPorts = CandidatePorts & {
	registry: Pick<RegistryReader, 'recent'>
	rankings: Rankings
	appeals: AcceptedAppeals
	digest: Digest
	/** Milliseconds since 1970. */
	now: () => number
}

/** Draft rankings, worked out from what is on record. */
export const draftRankings = (ports: DraftPorts): Drafts => ({
	refresh: async (month) => {
		await draftRanking(ports, month)
	},
})

/** So many others may change the month's head at the same moment. */
const ATTEMPTS = 5

/**
 * Works out what a month's ranking is by what is known now, and makes it the draft. What was published stays as it is:
 * the draft then is what a revision would be, and tells where it differs (corrections). A function of what is on record:
 * run twice, or killed and run again, it leaves the same; the head that names the rows is written last.
 * @throws when others keep changing the month's head; the repeat finishes it
 */
export async function draftRanking(ports: DraftPorts, month: string): Promise<MonthHead> {
	const { rankings, digest } = ports
	const now = ports.now()
	const registry = await ports.registry.recent()
	const rules = profileOn(registry.profiles, `${month}-01`)
	const candidates = await gatherCandidates(ports, {
		registry,
		month,
		courtyards: [...registry.courtyards.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
		rules,
		profiles: registry.profiles,
		now,
	})
	const entries = rankMonth(rules, candidates, await lastPlaces(rankings, previousMonth(month)))
	const quality = candidates.map((candidate) => ({
		village: candidate.village.id,
		courtyard: candidate.courtyard.id,
		devices: qualityOf(candidate),
	}))
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const head = await rankings.head(month)
		const found = await correctionsOf(ports, entries, head, now)
		const content: GenerationContent = {
			entries: entries.map((entry) => ({ entry, text: entryText(entry) })),
			corrections: found,
			quality,
		}
		const draft = describeGeneration(rules, content, digest, now)
		if (head?.draft.id === draft.id) return head
		await rankings.write({ month, generation: draft.id }, content)
		const next: MonthHead = {
			month,
			version: (head?.version ?? 0) + 1,
			draft,
			revisions: head?.revisions ?? [],
		}
		if ((await rankings.putHead(next, head?.version)) === 'stored') return next
	}
	throw new Error(`the head of the ranking of ${month} keeps changing; the draft is not in place`)
}

/** Undefined where nothing was published. */
async function lastPlaces(rankings: Rankings, month: string): Promise<LastPlaces | undefined> {
	const published = (await rankings.head(month))?.revisions.at(-1)
	if (!published) return undefined
	const rows = await rankingRows(rankings, month, published.generation)
	return new Map(rows.map((row) => [row.courtyard, row.is === 'ranked' ? row.places.township.rank : null]))
}

async function correctionsOf(
	{ rankings, appeals }: DraftPorts,
	entries: readonly Entry[],
	head: MonthHead | undefined,
	at: number,
): Promise<Correction[]> {
	const published = head?.revisions.at(-1)
	if (!head || !published) return []
	const { month, draft } = head
	const [before, known, appealed]: [RankingRow[], Correction[], ReadonlySet<string>] = await Promise.all([
		rankingRows(rankings, month, published.generation),
		rankings.corrections({ month, generation: draft.id }),
		appeals.acceptedSince(month, published.at),
	])
	const now = entries.map(({ row }) => row)
	return corrections({ revision: published.revision, published: before, now, appealed, known, at })
}
