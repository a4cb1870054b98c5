import { sha256 } from '../../functions/adapters/lambda/sha256.ts'
import type { Channel } from '../../shared/contract/alert/channel.ts'
import type { ProfileRecord } from '../../shared/contract/profile/profileRecord.ts'
import type { Revision } from '../../shared/contract/ranking/ranking.ts'
import type { RegistryImport, Shelf } from '../../shared/contract/registry/registry.ts'
import { hashedText } from '../../shared/domain/ranking/entry.ts'
import type { GenerationContent } from '../../shared/ports/rankings.ts'
import type { Line } from './line.ts'

type Content = { -readonly [Part in keyof GenerationContent]: GenerationContent[Part][number][] }
export type ArchivedMonth = {
	readonly line: number
	readonly revisions: readonly Revision[]
	readonly generations: Map<string, Content>
}

/** All that an export holds, sorted. */
export type Archive = {
	schema: number
	registry: RegistryImport
	profiles: ProfileRecord[]
	shelves: Shelf[]
	channels: Channel[]
	rankings: Map<string, ArchivedMonth>
}

/** What is wrong with a line, counted from 1. */
export type Fault = { readonly line: number; readonly message: string }

/** Lines with their numbers, put together; what does not belong together is a fault. */
export function archiveOf(lines: readonly { readonly line: number; readonly is: Line }[]): Archive | readonly Fault[] {
	const faults: Fault[] = []
	const archive: Archive = {
		schema: 0,
		registry: { townships: [], villages: [], courtyards: [], devices: [] },
		profiles: [],
		shelves: [],
		channels: [],
		rankings: new Map(),
	}
	for (const [i, { line, is }] of lines.entries()) {
		if ((i === 0) !== (is.is === 'export'))
			faults.push({ line, message: 'an export begins with one line {"is":"export",…}, and has no other' })
		const fault = put(archive, line, is)
		if (fault !== undefined) faults.push({ line, message: fault })
	}
	faults.push(...[...archive.rankings].flatMap(([month, ranking]) => hashFaults(month, ranking)))
	return faults.length > 0 ? faults : archive
}

function put(archive: Archive, line: number, is: Line): string | undefined {
	const { registry, rankings } = archive
	switch (is.is) {
		case 'export':
			archive.schema = is.schema
			return undefined
		case 'township':
			return pushed(registry.townships, is.entry)
		case 'village':
			return pushed(registry.villages, is.entry)
		case 'courtyard':
			return pushed(registry.courtyards, is.entry)
		case 'device':
			return pushed(registry.devices, is.entry)
		case 'profile':
			return pushed(archive.profiles, is.entry)
		case 'shelf':
			return pushed(archive.shelves, is.entry)
		case 'channel':
			return pushed(archive.channels, is.entry)
		case 'ranking': {
			if (rankings.has(is.month)) return `the ranking of ${is.month} is there twice`
			const generations = is.revisions.map(({ generation }) => [generation.id, emptyContent()] as const)
			rankings.set(is.month, { line, revisions: is.revisions, generations: new Map(generations) })
			return undefined
		}
	}
	const content = rankings.get(is.month)?.generations.get(is.generation)
	if (content === undefined) return `no line "ranking" of ${is.month} before it names ${is.generation}`
	if (is.is === 'ranking-entry') {
		const { text, ...entry } = is.entry
		return pushed(content.entries, { entry, text })
	}
	if (is.is === 'ranking-correction') return pushed(content.corrections, is.entry)
	return pushed(content.quality, { village: is.village, courtyard: is.courtyard, devices: is.devices })
}

const emptyContent = (): Content => ({ entries: [], corrections: [], quality: [] })

function pushed<T>(entries: T[], entry: T): undefined {
	entries.push(entry)
	return undefined
}

/** A published ranking is its rows and their hash; rows that make another one were changed. */
const hashFaults = (month: string, { line, revisions, generations }: ArchivedMonth): Fault[] =>
	revisions.flatMap(({ revision, generation }) => {
		const texts = generations.get(generation.id)?.entries.map(({ text }) => text) ?? []
		return sha256(hashedText(texts)) === generation.hash
			? []
			: [
					{
						line,
						message: `${month}, revision ${revision}: the rows do not make the hash under which it was published`,
					},
				]
	})
