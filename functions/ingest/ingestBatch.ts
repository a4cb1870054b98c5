import type { Fault } from '../../shared/contract/reading.ts'
import type { LateMarks } from '../../shared/ports/dayScores.ts'
import type { Quarantine } from '../../shared/ports/quarantine.ts'
import type { RegistryReader } from '../../shared/ports/registry.ts'
import type { VisitCounts } from '../../shared/ports/visitCounts.ts'
import type { AlarmPorts } from '../../shared/work/settleAlarms.ts'
import { type Decoder, openMessage, type QueueRecord } from './openMessage.ts'
import { settleDevice } from './settleDevice.ts'
import { type SortSettings, sortOut } from './sortOut.ts'

export type IngestPorts = AlarmPorts & {
	registry: RegistryReader
	quarantine: Quarantine
	visits: VisitCounts
	late: Pick<LateMarks, 'add'>
}
export type IngestSettings = SortSettings & {
	/** How long readings are kept, milliseconds. */
	retentionMs: number
	/** Devices of one batch that are worked on at a time. */
	concurrency: number
}

/** What came of a batch, for one log line and the metrics. */
export type BatchReport = {
	messages: number
	readings: number
	quarantined: Partial<Record<Fault['code'], number>>
	unknownKeys: number
	devices: number
	failed: { messageId: string; error: unknown }[]
}

/**
 * Takes a batch of messages from the queue: decodes, admits, stores and judges the readings; what cannot be taken is
 * kept in quarantine with the reason. Each message fails or succeeds on its own.
 */
export async function ingestBatch(
	records: readonly QueueRecord[],
	decoders: Readonly<Record<string, Decoder>>,
	ports: IngestPorts,
	settings: IngestSettings,
	now: () => number,
): Promise<BatchReport> {
	const opened = records.map((record) => openMessage(record, decoders, now()))
	let registry = await ports.registry.current()
	if (opened.some(({ decoded }) => decoded.readings.some(({ device }) => !registry.devices.has(device)))) {
		registry = await ports.registry.refreshed()
	}
	const { devices, refused, readings } = sortOut(opened, registry, settings)
	const { profile } = registry
	const { retentionMs } = settings
	const jobs = [
		...refused.map(({ messageId, item }) => ({ messages: [messageId], run: () => ports.quarantine.keep(item) })),
		...[...devices.values()].map(({ device, hours, visits, messages }) => ({
			messages: [...messages],
			run: async () => {
				for (const [day, members] of visits) await ports.visits.add(device.id, day, [...members])
				await settleDevice({ device, hours, profile, telemetry: ports.telemetry, retentionMs }, ports, now)
			},
		})),
	]
	const failed = new Map<string, unknown>()
	await inParallel(jobs, settings.concurrency, async ({ messages, run }) => {
		try {
			await run()
		} catch (error) {
			for (const messageId of messages) failed.set(messageId, error)
		}
	})
	const faults = refused.flatMap(({ item }) => item.faults)
	return {
		messages: records.length,
		readings,
		quarantined: Object.fromEntries(
			[...Map.groupBy(faults, ({ code }) => code)].map(([code, { length }]) => [code, length]),
		),
		unknownKeys: opened.reduce((sum, { decoded }) => sum + decoded.unknownKeys.length, 0),
		devices: devices.size,
		failed: [...failed].map(([messageId, error]) => ({ messageId, error })),
	}
}

async function inParallel<T>(jobs: readonly T[], width: number, run: (job: T) => Promise<void>): Promise<void> {
	const queue = jobs.values()
	const worker = async (): Promise<void> => {
		for (const job of queue) await run(job)
	}
	await Promise.all(Array.from({ length: Math.min(width, jobs.length) }, worker))
}
