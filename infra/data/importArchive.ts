import { isDeepStrictEqual } from 'node:util'
import { sha256 } from '../../functions/adapters/lambda/sha256.ts'
import type { MonthHead, Revision } from '../../shared/contract/ranking/ranking.ts'
import { hashedText } from '../../shared/domain/ranking/entry.ts'
import type { Archive, ArchivedMonth } from './archive.ts'
import { migrations } from './migrate.ts'
import type { DataStores } from './stores.ts'

/** Entries of the registry put between two reports. */
const AT_A_TIME = 100

/** Why nothing can be imported: what is there already is final, and another one is in the file. One sentence each. */
export async function conflictsOf(stores: DataStores, archive: Archive): Promise<string[]> {
	const known = migrations.length
	const conflicts: string[] = []
	if (archive.schema > known)
		conflicts.push(`The export is of a newer version: its layout is ${archive.schema}, this version knows ${known}.`)
	for (const record of archive.profiles) {
		const there = await stores.profiles.get(record.profile.version)
		if (there && !isDeepStrictEqual(there, record))
			conflicts.push(`Profile ${record.profile.version} is there already, and is another one.`)
	}
	for (const [month, { revisions }] of archive.rankings) {
		const there = (await stores.rankings.head(month))?.revisions ?? []
		const shared = Math.min(there.length, revisions.length)
		if (!isDeepStrictEqual(there.slice(0, shared), revisions.slice(0, shared)))
			conflicts.push(`The ranking of ${month} is published already, and is another one: it stays.`)
	}
	return conflicts
}

/** How many things `importArchive` reports, for a bar. */
export const thingsIn = ({ registry, profiles, shelves, channels, rankings }: Archive): number =>
	Object.values(registry).reduce((sum, entries) => sum + entries.length, 0) +
	profiles.length +
	shelves.length +
	channels.length +
	rankings.size

/**
 * Puts everything. Entries with the same id are replaced, others stay; the file's channels take the place of those that are
 * there. What is there with the same content stays as it is, so a repeat completes what was broken off.
 * @throws when rows that are there make another ranking, or somebody changed a month meanwhile
 */
export async function importArchive(
	stores: DataStores,
	archive: Archive,
	onDone: (things: number) => void,
): Promise<void> {
	const { registry, profiles, shelves, channels, rankings } = archive
	for (const kind of ['townships', 'villages', 'courtyards', 'devices'] as const)
		for (let i = 0; i < registry[kind].length; i += AT_A_TIME) {
			const some = registry[kind].slice(i, i + AT_A_TIME)
			await stores.registry.put({ ...nothing, [kind]: some })
			onDone(some.length)
		}
	for (const record of profiles) {
		await stores.profiles.add(record)
		onDone(1)
	}
	for (const shelf of shelves) {
		await stores.shelves.put(shelf)
		onDone(1)
	}
	if (channels.length > 0) await stores.channels.replace(channels)
	onDone(channels.length)
	for (const [month, ranking] of rankings) {
		await importRanking(stores, month, ranking)
		onDone(1)
	}
}

const nothing = { townships: [], villages: [], courtyards: [], devices: [] }

/** Rows first, the head that names them last. */
async function importRanking({ rankings }: DataStores, month: string, ranking: ArchivedMonth): Promise<void> {
	const { revisions, generations } = ranking
	for (const [generation, content] of generations) {
		const key = { month, generation }
		await rankings.write(key, content)
		const expected = content.entries.map(({ text }) => text)
		if (sha256(hashedText(await rankings.texts(key))) !== sha256(hashedText(expected)))
			throw new Error(`rows of ${month} (${generation}) are there already, and are others`)
	}
	const head = await rankings.head(month)
	if (head && head.revisions.length >= revisions.length) return
	const next = nextHead(month, head, revisions)
	if ((await rankings.putHead(next, head?.version)) === 'conflict')
		throw new Error(`the ranking of ${month} was changed meanwhile; import again`)
}

/** A month without a draft shows the last published computation as it: nothing would be different. */
function nextHead(month: string, head: MonthHead | undefined, revisions: readonly Revision[]): MonthHead {
	const [draft] = revisions.map(({ generation }) => generation).toReversed()
	if (draft === undefined) throw new Error(`the ranking of ${month} has no revision`)
	return { month, version: (head?.version ?? 0) + 1, draft: head?.draft ?? draft, revisions: [...revisions] }
}
