import type { Fault, Ignored } from '../../shared/contract/telemetry/reading.ts'
import { deviceBook } from '../../shared/domain/registry/deviceBook.ts'
import { quarantineId } from '../../shared/domain/telemetry/quarantineId.ts'
import type { LateMarks } from '../../shared/ports/dayScores.ts'
import type { Quarantine } from '../../shared/ports/quarantine.ts'
import type { Registry, RegistryReader } from '../../shared/ports/registry.ts'
import type { VisitCounts } from '../../shared/ports/visitCounts.ts'
import { inParallel } from '../../shared/work/inParallel.ts'
import type { AlarmPorts } from '../../shared/work/settleAlarms.ts'
import { type Decoders, decodersFor, type Opened, openMessage, type QueueRecord, readEnvelope } from './openMessage.ts'
import { type PromptedTask, promptedTask } from './promptedTask.ts'
import { settleDevice } from './settleDevice.ts'
import { type SortSettings, sortOut } from './sortOut.ts'
import { addDelays, type StoredDelays } from './storedDelays.ts'

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

/** What came of a batch, for the log and the figures. */
export type BatchReport = {
	messages: number
	readings: number
	quarantined: Partial<Record<Fault['code'], number>>
	unknownKeys: number
	/** Messages that hold no reading, though nothing is wrong with them. */
	ignored: Partial<Record<Ignored, number>>
	devices: number
	/** Messages that went to quarantine, with the id of their entry there. */
	refused: { messageId: string; entry: string; topic: string; reasons: Fault['code'][] }[]
	tasks: PromptedTask[]
	delays: StoredDelays
	/** How long the oldest message waited in the queue, milliseconds; absent where the queue does not say. */
	oldestMs?: number
	failed: { messageId: string; error: unknown }[]
	/** Messages that the invocation had no time for: they come again. */
	left: string[]
}

/** No device takes longer, milliseconds; with less left none is begun. */
const RESERVE_MS = 5000

/**
 * Takes a batch of messages from the queue: decodes, admits, stores and judges the readings; what cannot be taken is
 * kept in quarantine with the reason. Each message fails or succeeds on its own.
 * @param remaining milliseconds until the invocation is ended from outside: what it has no time for is left, where an
 * invocation that is ended would have its whole batch tried again
 */
export async function ingestBatch(
	records: readonly QueueRecord[],
	decoders: Decoders,
	ports: IngestPorts,
	settings: IngestSettings,
	now: () => number,
	remaining: () => number = () => Number.POSITIVE_INFINITY,
): Promise<BatchReport> {
	const envelopes = records.map((record) => readEnvelope(record, now()))
	const loaded = await decodersFor(envelopes, decoders)
	const formats = Object.keys(decoders)
	const openAll = ({ devices }: Registry): Opened[] => {
		const book = deviceBook(devices)
		return envelopes.map((envelope) => openMessage(envelope, loaded, formats, book))
	}
	const oldestMs = oldestOf(records, now())
	let registry = await ports.registry.current()
	let opened = openAll(registry)
	if (opened.some((message) => lacksRegistry(message, registry))) {
		const refreshed = await ports.registry.refreshed()
		if (refreshed !== registry) opened = openAll(refreshed)
		registry = refreshed
	}
	const { devices, refused, readings } = sortOut(opened, registry, settings)
	const { profile } = registry
	const { retentionMs } = settings
	const tasks: PromptedTask[] = []
	const delays: StoredDelays = { readingToStored: [], receivedToStored: [], readingToAlert: [] }
	const jobs = [
		...refused.map(({ messageId, item }) => ({ messages: [messageId], run: () => ports.quarantine.keep(item) })),
		...[...devices.values()].map(({ device, hours, visits, messages, broughtBy }) => ({
			messages: [...messages],
			run: async () => {
				for (const [day, members] of visits) await ports.visits.add(device.id, day, [...members])
				const work = { device, hours, profile, telemetry: ports.telemetry, retentionMs }
				const outcome = await settleDevice(work, ports, now)
				addDelays(delays, broughtBy, outcome, now())
				tasks.push(...outcome.tasks.map((task) => promptedTask(task, broughtBy)))
			},
		})),
	]
	const failed = new Map<string, unknown>()
	const left = new Set<string>()
	await inParallel(jobs, settings.concurrency, async ({ messages, run }) => {
		if (remaining() < RESERVE_MS) {
			for (const messageId of messages) left.add(messageId)
			return
		}
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
		quarantined: counted(faults.map(({ code }) => code)),
		unknownKeys: opened.reduce((sum, { decoded }) => sum + decoded.unknownKeys.length, 0),
		ignored: counted(opened.flatMap(({ decoded }) => decoded.ignored ?? [])),
		devices: devices.size,
		refused: refused.map(({ messageId, item }) => ({
			messageId,
			entry: quarantineId(item),
			topic: item.topic,
			reasons: [...new Set(item.faults.map(({ code }) => code))],
		})),
		tasks,
		delays,
		...(oldestMs !== undefined && { oldestMs }),
		failed: [...failed].map(([messageId, error]) => ({ messageId, error })),
		left: [...left].filter((messageId) => !failed.has(messageId)),
	}
}

/** Faults that a device, its fitting or its mapping, put into the registry a moment ago, may mend. */
const mendable: ReadonlySet<Fault['code']> = new Set(['unregistered', 'no-model', 'no-geometry', 'empty'])

const lacksRegistry = ({ decoded }: Opened, { devices }: Registry): boolean =>
	decoded.readings.some(({ device }) => !devices.has(device)) || decoded.faults.some(({ code }) => mendable.has(code))

function oldestOf(records: readonly QueueRecord[], now: number): number | undefined {
	const sent = records.flatMap(({ attributes }) => (attributes ? [Number(attributes.SentTimestamp)] : []))
	return sent.length === 0 ? undefined : Math.max(0, now - Math.min(...sent))
}

const counted = <Name extends string>(names: readonly Name[]): Partial<Record<Name, number>> => {
	const counts: Partial<Record<Name, number>> = {}
	for (const name of names) counts[name] = (counts[name] ?? 0) + 1
	return counts
}
