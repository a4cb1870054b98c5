import { sha256 } from '../../../functions/adapters/lambda/sha256.ts'
import { type DataStores, storesAt } from '../../../infra/data/stores.ts'
import { Device } from '../../../shared/contract/registry/registry.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { entryText } from '../../../shared/domain/ranking/entry.ts'
import { describeGeneration } from '../../../shared/domain/ranking/generation.ts'
import { qualityOf } from '../../../shared/domain/ranking/quality.ts'
import { rankMonth } from '../../../shared/domain/ranking/rankMonth.ts'
import type { GenerationContent } from '../../../shared/ports/rankings.ts'
import { candidate } from '../../doubles/candidates.ts'
import { courtyard, registryOf, toilet } from '../../doubles/township.ts'
import type { LocalTables } from '../stores/localTables.ts'

export const storesOf = ({ client, name }: LocalTables): DataStores =>
	storesAt({ client, registry: name('registry'), scores: name('scores') })

export const MONTH = '2026-10'
export const candidates = [
	candidate('b', { environment: 90 }),
	candidate('a', { environment: 60 }),
	candidate('d', { validDays: 3 }),
]
export const contentOf = (of: typeof candidates): GenerationContent => ({
	entries: rankMonth(defaultProfile, of, undefined)
		.toSorted((a, b) => (a.row.courtyard < b.row.courtyard ? -1 : 1))
		.map((entry) => ({ entry, text: entryText(entry) })),
	corrections: [],
	quality: of.map((one) => ({ village: one.village.id, courtyard: one.courtyard.id, devices: qualityOf(one) })),
})

export async function publish({ rankings }: DataStores, content: GenerationContent): Promise<void> {
	const draft = describeGeneration(defaultProfile, content, sha256, 5)
	await rankings.write({ month: MONTH, generation: draft.id }, content)
	const revision = { revision: 1, generation: draft, at: 6, by: { id: 'li', name: '李主任' } }
	await rankings.putHead({ month: MONTH, version: 1, draft, revisions: [revision] }, undefined)
}

/** A township with something of everything that is exported. */
export async function fill(stores: DataStores): Promise<void> {
	const { townships, villages } = registryOf()
	const deputies = [
		{ person: { id: 'p-2', name: '王五' }, from: '2026-10-01', until: '2026-10-09', phone: '13800000000' },
	]
	await stores.registry.put({
		townships: [...townships.values()],
		villages: [...villages.values()],
		courtyards: [{ ...courtyard, inCharge: { person: { id: 'p-1', name: '张三 “头”' }, deputies } }],
		devices: [
			{
				...toilet,
				outOfService: [{ from: 5, by: '李', reason: '换泵\n再装' }],
				moves: [{ courtyard: 'old', until: '2026-09-01' }],
			},
			Device.parse({ ...toilet, id: 'Z-sewage', kind: 'sewage', mn: 'A-1', custom: undefined }),
		],
	})
	await stores.profiles.add({ profile: { ...defaultProfile, version: '2026.2' }, putBy: '李', putAt: 7 })
	await stores.shelves.put({
		id: '0001#toilet-1',
		device: 'toilet-1',
		rule: '*',
		from: 1,
		until: 9,
		by: '李',
		reason: '检修',
	})
	await stores.channels.replace([
		{
			kind: 'mqtt',
			id: 'speaker',
			name: '喇叭',
			for: { township: 'town' },
			languages: ['zh'],
			from: 'minor',
			isPaused: false,
		},
	])
	await publish(stores, contentOf(candidates))
}
