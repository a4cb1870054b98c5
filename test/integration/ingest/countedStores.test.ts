import { expect, test } from 'vitest'
import { decoders } from '../../../devices/codecs/decoders.ts'
import { pseudonymWith } from '../../../functions/adapters/lambda/pseudonym.ts'
import { ingestBatch } from '../../../functions/ingest/ingestBatch.ts'
import { messageOf } from '../../../functions/ingest/streamRecords.ts'
import { CapacityMeter } from '../../bench/ingest/capacityMeter.ts'
import { retentionMs, storesOn } from '../../bench/ingest/stores.ts'
import { Bill, CountedTasks, CountedTelemetry } from '../../bench/scale/counted.ts'
import { countyOf, INTERVAL_S, recordOf } from '../../bench/scale/streams.ts'
import { MemoryLateMarks } from '../../doubles/memoryMarks.ts'
import { MemoryVisitCounts } from '../../doubles/memoryVisitCounts.ts'
import { AlertLog, fixedRegistry } from '../../doubles/township.ts'
import { localTables } from '../stores/localTables.ts'

const START = Date.parse('2026-11-23T02:00:00Z')
const settings = { acceptedAgeMs: 7 * 86_400_000, retentionMs, pseudonym: pseudonymWith('a key'), concurrency: 4 }

test('the bill of the stores in memory is what the real ones cost, call by call and unit by unit', async () => {
	// Device 0 has trouble, which is a task and its alert; the others report and nothing changes.
	const registry = countyOf(6)
	const tables = await localTables()
	const real = storesOn(tables, () => START)
	const meter = new CapacityMeter(tables.name, new Map())
	meter.count(real.client)
	const bill = new Bill()
	const counted = {
		telemetry: new CountedTelemetry(bill),
		tasks: new CountedTasks(bill),
		visits: new MemoryVisitCounts(),
		late: new MemoryLateMarks(),
		quarantine: { keep: () => Promise.reject(new Error('refused')) },
	}
	try {
		for (let k = 0; k < 8; k += 1) {
			const at = START + k * INTERVAL_S * 1000
			const messages = [...registry.devices.values()].map((device, n) =>
				messageOf(recordOf({ device, n }, k, at + n * 1000)),
			)
			for (const stores of [real, counted]) {
				const ports = { ...stores, registry: fixedRegistry(registry), alerts: new AlertLog() }
				const now = at + 10_000
				expect((await ingestBatch(messages, decoders, ports, settings, () => now)).failed).toEqual([])
			}
		}
		const { requests, writeUnits, readUnits } = meter.total()
		expect({ requests: bill.requests, writeUnits: bill.writeUnits, readUnits: bill.readUnits }).toEqual({
			...{ requests, writeUnits, readUnits },
		})
		expect(counted.tasks.tasks.size).toBe(1)
	} finally {
		real.client.destroy()
		await tables.close()
	}
})
