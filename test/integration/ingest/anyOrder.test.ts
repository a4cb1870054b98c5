import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decoders } from '../../../devices/codecs/decoders.ts'
import { pseudonymWith } from '../../../functions/adapters/lambda/pseudonym.ts'
import { DynamoTaskStore } from '../../../functions/adapters/tables/dynamoTaskStore.ts'
import { DynamoTelemetryStore } from '../../../functions/adapters/tables/dynamoTelemetryStore.ts'
import { ingestBatch } from '../../../functions/ingest/ingestBatch.ts'
import { MemoryLateMarks } from '../../doubles/memoryMarks.ts'
import { MemoryVisitCounts } from '../../doubles/memoryVisitCounts.ts'
import { AlertLog, fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'
import { type LocalTables, localTables } from '../stores/localTables.ts'

let local: LocalTables
beforeAll(async () => {
	local = await localTables()
})
afterAll(() => local.close())

const MINUTE = 60_000
const START = Date.parse('2026-11-23T06:20:00Z')
const NOW = START + 100 * MINUTE
const values = [0.2, 5, 5, 5, 5, 0.2, 0.2, 5, 0.2, 5, 5, 5, 0.2, 0.2, 0.2, 5, 5, 5]
const readings = values.map((ammonia, i) => ({ at: START + i * 5 * MINUTE, ammonia }))

/** Ingests the batches as a device of its own, several at once, and returns what the tables then say of it. */
async function facts(batches: readonly (typeof readings)[]): Promise<string> {
	const device = { ...toilet, id: `toilet-${randomUUID()}` }
	const registry = registryOf(device)
	const telemetry = new DynamoTelemetryStore(local.client, local.name('telemetry'))
	const tasks = new DynamoTaskStore(local.client, local.name('tasks'))
	const ports = {
		registry: fixedRegistry(registry),
		telemetry,
		tasks,
		alerts: new AlertLog(),
		visits: new MemoryVisitCounts(),
		late: new MemoryLateMarks(),
		quarantine: { keep: async () => {} },
	}
	const settings = { acceptedAgeMs: 86_400_000, retentionMs: 86_400_000, concurrency: 4, pseudonym: pseudonymWith('k') }
	const ingest = async (batch: typeof readings): Promise<void> => {
		const body = (payload: unknown) =>
			JSON.stringify({
				payload: Buffer.from(JSON.stringify(payload)).toString('base64'),
				topic: `dt/sanitation/${device.id}/json`,
				receivedAt: NOW,
			})
		const records = batch.map((reading) => ({ messageId: randomUUID(), body: body(reading) }))
		const { failed } = await ingestBatch(records, decoders, ports, settings, () => NOW)
		expect(failed).toEqual([])
	}
	for (let i = 0; i < batches.length; i += 3) await Promise.all(batches.slice(i, i + 3).map(ingest))
	const hours = await Array.fromAsync(telemetry.from(device.id, ''))
	const kept = hours.map(({ hour, readings: set, carry, alarms }) => ({ hour, set, carry, alarms: alarms ?? '[]' }))
	const found = (await tasks.ofCourtyard(device.courtyard, undefined))
		.filter((task) => task.device === device.id)
		.map(({ id, state, events }) => ({ id, state, events }))
		.sort((a, b) => (a.id < b.id ? -1 : 1))
	return JSON.stringify({ kept, found }).replaceAll(device.id, 'toilet')
}

test('any order, duplication and batch split gives byte-equal tables in the local engine', async () => {
	const expected = await facts(readings.map((reading) => [reading]))
	expect(expected).toContain('verified')
	await fc.assert(
		fc.asyncProperty(
			fc.shuffledSubarray(readings, { minLength: readings.length, maxLength: readings.length }),
			fc.shuffledSubarray(readings, { maxLength: 5 }),
			fc.integer({ min: 1, max: 6 }),
			async (shuffled, again, size) => {
				const all = [...shuffled, ...again]
				const batches = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
					all.slice(i * size, (i + 1) * size),
				)
				expect(await facts(batches)).toBe(expected)
			},
		),
		{ numRuns: 12, endOnFailure: true },
	)
})
