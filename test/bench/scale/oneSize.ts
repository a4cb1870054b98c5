import { marshall } from '@aws-sdk/util-dynamodb'
import { decoders } from '../../../devices/codecs/decoders.ts'
import { pseudonymWith } from '../../../functions/adapters/lambda/pseudonym.ts'
import { ingestBatch } from '../../../functions/ingest/ingestBatch.ts'
import { ingestStream } from '../../../functions/ingest/ingestStream.ts'
import { freshMemory } from '../../../functions/sweep/findSilent.ts'
import { sweep } from '../../../functions/sweep/sweep.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { MemoryLateMarks } from '../../doubles/memoryMarks.ts'
import { MemoryOutages } from '../../doubles/memoryOutages.ts'
import { MemoryVisitCounts } from '../../doubles/memoryVisitCounts.ts'
import { MemoryContacts } from '../../doubles/memoryWall.ts'
import { AlertLog, fixedRegistry } from '../../doubles/township.ts'
import { readUnits } from '../ingest/capacityUnits.ts'
import { Bill, CountedTasks, CountedTelemetry } from './counted.ts'
import type { Row } from './row.ts'
import { bySecond, countyOf, INTERVAL_S, recordOf } from './streams.ts'

const START = Date.parse('2026-11-23T02:00:00Z')
/** What a Lambda takes at a time at most (infra/constructs/ingestStream.ts). */
const BATCH = 1000
const settings = {
	acceptedAgeMs: 7 * 86_400_000,
	retentionMs: 400 * 86_400_000,
	pseudonym: pseudonymWith('the key of the benchmark'),
	concurrency: 16,
}

/**
 * So many devices for so many readings each, one every five minutes at a second of its own: the stream's use case each
 * second, the sweep each minute, on stores in memory. Making the messages and counting the units is not charged.
 */
export async function oneSize(devices: number, readings: number): Promise<Row> {
	const heapBefore = heapUsed()
	const baseBytes = process.memoryUsage().rss
	const registry = countyOf(devices)
	const registryBytes = heapUsed() - heapBefore
	const bills = { ingest: new Bill(), sweep: new Bill() }
	const telemetry = new CountedTelemetry(bills.ingest)
	const tasks = new CountedTasks(bills.ingest)
	const alerts = new AlertLog()
	const stores = { registry: fixedRegistry(registry), telemetry, tasks, alerts, late: new MemoryLateMarks() }
	const refuses = async (): Promise<never> => Promise.reject(new Error('a sound message was refused'))
	const ports = { ...stores, visits: new MemoryVisitCounts(), quarantine: { keep: refuses } }
	const sweepPorts = {
		...stores,
		...{ due: tasks, list: tasks, outages: new MemoryOutages(), contacts: new MemoryContacts() },
		backlog: { waiting: async () => ({ messages: 0 }) },
	}
	const memory = freshMemory(START)
	const seconds = bySecond(registry)
	const cpuMs = { ingest: 0, sweep: 0 }
	const count = { readings: 0, batches: 0, sweeps: 0, longestSweepMs: 0, mostSweepRequests: 0 }

	const charged = async (to: 'ingest' | 'sweep', run: () => Promise<void>): Promise<number> => {
		telemetry.bill = bills[to]
		tasks.bill = bills[to]
		const ownMs = bills[to].ownMs
		const before = process.cpuUsage()
		await run()
		const { user, system } = process.cpuUsage(before)
		const spent = Math.max(0, (user + system) / 1000 - (bills[to].ownMs - ownMs))
		cpuMs[to] += spent
		return spent
	}

	for (let second = 0; second < readings * INTERVAL_S; second += 1) {
		const now = START + second * 1000
		const due = seconds[second % INTERVAL_S] ?? []
		for (let from = 0; from < due.length; from += BATCH) {
			const records = due
				.slice(from, from + BATCH)
				.map((one) => recordOf(one, Math.floor(second / INTERVAL_S), now - 1000))
			await charged('ingest', async () => {
				const ingest = (messages: Parameters<typeof ingestBatch>[0]) =>
					ingestBatch(messages, decoders, ports, settings, () => now)
				const { report } = await ingestStream(records, ingest, { send: refuses })
				if (report.readings !== records.length) throw new Error(`${report.readings} of ${records.length} readings`)
			})
			count.readings += records.length
			count.batches += 1
		}
		if (second % 60 !== 59) continue
		const requestsBefore = bills.sweep.requests
		const spent = await charged('sweep', async () => {
			const { failed, silent } = await sweep(sweepPorts, memory, now)
			if (failed[0]) throw new Error(`the sweep left ${failed[0].what} undone`, { cause: failed[0].error })
			if (silent > 0) throw new Error(`${silent} devices that report were called silent`)
		})
		count.longestSweepMs = Math.max(count.longestSweepMs, spent)
		count.mostSweepRequests = Math.max(count.mostSweepRequests, bills.sweep.requests - requestsBefore)
		count.sweeps += 1
	}

	const peakBytes = process.resourceUsage().maxRSS * 1024
	const raw = rawOf(registry)
	const each = (value: number): number => rounded(value / count.readings, 4)
	const looks = devices * count.sweeps
	return {
		devices,
		readings: count.readings,
		messagesPerBatch: rounded(count.readings / count.batches, 1),
		writeUnits: each(bills.ingest.writeUnits),
		readUnits: each(bills.ingest.readUnits),
		requests: each(bills.ingest.requests + alerts.sent.length),
		cpuUs: rounded((cpuMs.ingest * 1000) / count.readings, 1),
		peakMemoryBytes: Math.round(Math.max(0, peakBytes - baseBytes) / count.readings),
		peakMemoryMb: Math.round(peakBytes / 1_048_576),
		tasks: tasks.tasks.size,
		sweep: {
			requestsPerDeviceHour: rounded((bills.sweep.requests / looks) * 60, 3),
			readUnitsPerDeviceHour: rounded((bills.sweep.readUnits / looks) * 60, 3),
			cpuUsPerDevice: rounded((cpuMs.sweep * 1000) / looks, 2),
			longestMs: Math.round(count.longestSweepMs),
			mostRequests: count.mostSweepRequests,
		},
		registry: {
			bytesPerDevice: Math.round(registryBytes / devices),
			rawBytesPerDevice: Math.round(raw.bytes / devices),
			readUnits: raw.readUnits,
		},
	}
}

/** The devices as they come from the registry's table: what they take in memory meanwhile, and read units. */
function rawOf(registry: Registry): { bytes: number; readUnits: number } {
	const before = heapUsed()
	const items = [...registry.devices.values()].map((device) =>
		marshall({ ...device, pk: 'device', sk: device.id }, { removeUndefinedValues: true }),
	)
	const bytes = heapUsed() - before
	return { bytes, readUnits: readUnits(items, true) }
}

function heapUsed(): number {
	globalThis.gc?.()
	return process.memoryUsage().heapUsed
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))
