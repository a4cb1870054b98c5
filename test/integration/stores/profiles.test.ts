import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoProfiles } from '../../../functions/adapters/tables/dynamoProfiles.ts'
import { DynamoRegistry } from '../../../functions/adapters/tables/dynamoRegistry.ts'
import type { ProfileRecord } from '../../../shared/contract/profile/profileRecord.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import type { Profiles } from '../../../shared/ports/profiles.ts'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { MemoryProfiles } from '../../doubles/memoryProfiles.ts'
import { registryOf, toilet } from '../../doubles/township.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
let table: string
beforeAll(async () => {
	local = await localTables()
	table = local.name('registry')
})
afterAll(() => local.close())

const NOON = Date.parse('2026-11-23T04:00:00Z')
const MIDNIGHT = Date.parse('2026-11-23T16:00:00Z')
const recordOf = (version: string, effectiveFrom: string, putAt = NOON): ProfileRecord => ({
	profile: { ...defaultProfile, version, effectiveFrom },
	putBy: '王芳',
	putAt,
})

describe.each<[string, () => Profiles]>([
	['in memory', () => new MemoryProfiles()],
	['in DynamoDB', () => new DynamoProfiles(local.client, table)],
])('the profiles %s', (_name, make) => {
	test('keep what was put, with who and when; a version is put once and never changed', async () => {
		const profiles = make()
		const record = recordOf(`v-${randomUUID().slice(0, 8)}`, '2099-01-01')
		const { version } = record.profile
		expect(await profiles.add(record)).toBe('stored')
		expect(await profiles.add({ ...record, putBy: '李强', putAt: NOON + 1 })).toBe('taken')
		expect(await profiles.get(version)).toEqual(record)
		expect(await profiles.get('nothing')).toBeUndefined()
		expect((await profiles.all()).filter(({ profile }) => profile.version === version)).toEqual([record])
	})
})

test('a profile put for tomorrow takes effect everywhere at midnight, Asia/Shanghai, without another look', async () => {
	const clock = { at: MIDNIGHT - 60_000 }
	const registry = new DynamoRegistry(local.client, table, () => clock.at)
	const { townships, villages, courtyards } = registryOf()
	await registry.put({
		townships: [...townships.values()],
		villages: [...villages.values()],
		courtyards: [...courtyards.values()],
		devices: [toilet],
	})
	const tomorrow = recordOf('tomorrow', '2026-11-24')
	const ammonia = tomorrow.profile.alarms.find(({ id }) => id === 'ammonia-high')
	// Tomorrow's alarm needs no second reading, and a limit of its own.
	const strict = { ...ammonia, limit: 0.2, on: { readings: 1, seconds: 0 } } as NonNullable<typeof ammonia>
	tomorrow.profile = { ...tomorrow.profile, alarms: [strict] }
	await new DynamoProfiles(local.client, table).add(tomorrow)

	const bench = new IngestBench(registry, clock.at)
	await registry.refreshed()
	expect((await registry.current()).profile.version).toBe(defaultProfile.version)
	const send = (at: number) => {
		clock.at = at
		bench.now = at
		return bench.ingest({ thing: toilet.id, payload: { at, ammonia: 0.25 } })
	}
	await send(MIDNIGHT - 30_000)
	expect(bench.tasks.tasks.size).toBe(0)
	await send(MIDNIGHT + 30_000)
	expect((await registry.current()).profile.version).toBe('tomorrow')
	expect([...bench.tasks.tasks.values()]).toMatchObject([{ rule: 'ammonia-high', device: toilet.id }])
})

test('the registry has every profile, the latest first; of several for one day the one put last is in force', async () => {
	const profiles = new DynamoProfiles(local.client, table)
	await profiles.add(recordOf('wrong', '2026-12-01', NOON))
	await profiles.add(recordOf('corrected', '2026-12-01', NOON + 1))
	const registry = await new DynamoRegistry(local.client, table, () => Date.parse('2026-12-01T00:00:00Z')).current()
	const known = registry.profiles.map(({ version }) => version).filter((version) => !version.startsWith('v-'))
	expect(known).toEqual(['corrected', 'wrong', 'tomorrow', defaultProfile.version])
	expect(registry.profile.version).toBe('corrected')
})
