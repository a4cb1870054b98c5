import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DynamoProvisionings } from '../../../functions/adapters/tables/dynamoProvisionings.ts'
import { DynamoRegistry } from '../../../functions/adapters/tables/dynamoRegistry.ts'
import type { Provisioning, Provisionings } from '../../../shared/ports/provisionings.ts'
import { MemoryProvisionings } from '../../doubles/memoryProvisionings.ts'
import { type LocalTables, localTables } from './localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const first = (): Provisioning => ({
	serial: randomUUID(),
	device: 'toilet-1',
	certificate: 'a'.repeat(64),
	claim: 'c'.repeat(64),
	at: 1_800_000_000_000,
})

describe.each<[string, () => Provisionings]>([
	['in memory', () => new MemoryProvisionings()],
	['in DynamoDB', () => new DynamoProvisionings(local.client, local.name('registry'))],
])('what is kept of provisioned serial numbers %s', (_name, make) => {
	test('grants the first certificate, and the same one again', async () => {
		const kept = make()
		const given = first()
		expect(await kept.grant(given)).toBe('granted')
		expect(await kept.grant({ ...given, at: given.at + 1000 })).toBe('granted')
	})

	test('has no second certificate, nor another device, for a serial number', async () => {
		const kept = make()
		const given = first()
		await kept.grant(given)
		expect(await kept.grant({ ...given, certificate: 'b'.repeat(64) })).toBe('taken')
		expect(await kept.grant({ ...given, device: 'toilet-2' })).toBe('taken')
		expect(await kept.grant({ ...given, serial: randomUUID() })).toBe('granted')
	})

	test('of many at once grants one', async () => {
		const kept = make()
		const given = first()
		const certificates = ['1', '2', '3', '4', '5'].map((digit) => digit.repeat(64))
		const answers = await Promise.all(certificates.map((certificate) => kept.grant({ ...given, certificate })))
		expect(answers.filter((answer) => answer === 'granted')).toHaveLength(1)
	})
})

test('the registry does not see it', async () => {
	const table = local.name('registry')
	await new DynamoProvisionings(local.client, table).grant(first())
	const { devices } = await new DynamoRegistry(local.client, table, Date.now).refreshed()
	expect(devices.size).toBe(0)
})
