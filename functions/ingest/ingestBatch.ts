import type { Fault } from '../../shared/contract/reading.ts'
import { admit } from '../../shared/domain/telemetry/admit.ts'
import { hourOf } from '../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../shared/domain/telemetry/hourPack.ts'
import type { Quarantine, Quarantined } from '../../shared/ports/quarantine.ts'
import type { RegistryReader } from '../../shared/ports/registry.ts'
import type { AlarmPorts } from '../../shared/work/settleAlarms.ts'
import { type Decoder, type Opened, openMessage, type QueueRecord } from './openMessage.ts'
import { settleDevice } from './settleDevice.ts'

export type IngestPorts = AlarmPorts & { registry: RegistryReader; quarantine: Quarantine }
export type IngestSettings = {
	/** How late a reading may be, milliseconds; an older one goes to quarantine. */
	acceptedAgeMs: number
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

const QUARANTINE_MS = 30 * 86_400_000

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
	const report: BatchReport = {
		messages: records.length,
		readings: 0,
		quarantined: {},
		unknownKeys: 0,
		devices: 0,
		failed: [],
	}
	const failed = new Map<string, unknown>()
	const opened = records.map((record) => openMessage(record, decoders, now()))
	let registry = await ports.registry.current()
	if (opened.some(({ decoded }) => decoded.readings.some(({ device }) => !registry.devices.has(device)))) {
		registry = await ports.registry.refreshed()
	}

	const work = new Map<string, { hours: Map<string, Set<string>>; messages: Set<string> }>()
	const refused: { messageId: string; item: Quarantined }[] = []
	for (const entry of opened) {
		const faults = [...entry.decoded.faults]
		report.unknownKeys += entry.decoded.unknownKeys.length
		const context = { thing: entry.thing, receivedAt: entry.message.receivedAt, acceptedAge: settings.acceptedAgeMs }
		for (const candidate of entry.decoded.readings) {
			const admission = admit(candidate, registry.devices.get(candidate.device), registry.profile, context)
			if (admission.fault) faults.push(admission.fault)
			if (!admission.reading) continue
			const { device, at } = admission.reading
			const of = work.get(device) ?? { hours: new Map<string, Set<string>>(), messages: new Set<string>() }
			const members = of.hours.get(hourOf(at)) ?? new Set<string>()
			members.add(packReading(admission.reading))
			of.hours.set(hourOf(at), members)
			of.messages.add(entry.record.messageId)
			work.set(device, of)
			report.readings += 1
		}
		for (const { code } of faults) report.quarantined[code] = (report.quarantined[code] ?? 0) + 1
		if (faults.length > 0) refused.push({ messageId: entry.record.messageId, item: quarantined(entry, faults) })
	}
	report.devices = work.size

	const jobs = [
		...refused.map(({ messageId, item }) => ({ messages: [messageId], run: () => ports.quarantine.keep(item) })),
		...[...work].map(([id, { hours, messages }]) => ({
			messages: [...messages],
			run: async () => {
				const device = registry.devices.get(id)
				if (!device) return
				const packed = new Map([...hours].map(([hour, members]) => [hour, [...members]]))
				const { retentionMs } = settings
				const { profile } = registry
				await settleDevice(
					{ device, hours: packed, profile, telemetry: ports.telemetry, retentionMs },
					registry,
					ports,
					now,
				)
			},
		})),
	]
	await inParallel(jobs, settings.concurrency, async ({ messages, run }) => {
		try {
			await run()
		} catch (error) {
			for (const messageId of messages) failed.set(messageId, error)
		}
	})
	report.failed = [...failed].map(([messageId, error]) => ({ messageId, error }))
	return report
}

const quarantined = ({ record, message, thing, payload }: Opened, faults: Fault[]): Quarantined => ({
	id: record.messageId,
	receivedAt: message.receivedAt,
	topic: message.topic,
	thing,
	faults,
	payload,
	expires: Math.ceil((message.receivedAt + QUARANTINE_MS) / 1000),
})

async function inParallel<T>(jobs: readonly T[], width: number, run: (job: T) => Promise<void>): Promise<void> {
	const queue = jobs.values()
	const worker = async (): Promise<void> => {
		for (const job of queue) await run(job)
	}
	await Promise.all(Array.from({ length: Math.min(width, jobs.length) }, worker))
}
