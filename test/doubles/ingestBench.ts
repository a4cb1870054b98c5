import { decoders } from '../../devices/codecs/decoders.ts'
import { pseudonymWith } from '../../functions/adapters/lambda/pseudonym.ts'
import { type BatchReport, ingestBatch } from '../../functions/ingest/ingestBatch.ts'
import type { QueueRecord } from '../../functions/ingest/openMessage.ts'
import type { Task } from '../../shared/contract/task/task.ts'
import type { Quarantined } from '../../shared/ports/quarantine.ts'
import type { Registry, RegistryReader } from '../../shared/ports/registry.ts'
import { MemoryLateMarks } from './memoryMarks.ts'
import { MemoryOutages } from './memoryOutages.ts'
import { MemoryTaskStore } from './memoryTaskStore.ts'
import { MemoryTelemetryStore } from './memoryTelemetryStore.ts'
import { MemoryVisitCounts } from './memoryVisitCounts.ts'
import { AlertLog, fixedRegistry } from './township.ts'

export type Sent = { thing: string; payload: unknown; format?: string; receivedAt?: number; id?: string }

/** The ingest use case on stores in memory. */
export class IngestBench {
	readonly telemetry: MemoryTelemetryStore
	readonly tasks: MemoryTaskStore
	readonly alerts: AlertLog
	readonly late: MemoryLateMarks
	readonly visits = new MemoryVisitCounts()
	readonly outages = new MemoryOutages()
	readonly quarantine = new Map<string, Quarantined>()
	readonly #registry: RegistryReader
	now: number
	#sent = 0

	/**
	 * @param beforeCall runs before every call of a store or publisher; throwing there, nothing was done
	 * @param afterCall runs after it; throwing there, it was done but the caller does not know
	 */
	constructor(
		registry: Registry | RegistryReader,
		now: number,
		beforeCall?: (name: string) => Promise<void>,
		afterCall?: (name: string) => void,
	) {
		this.#registry = 'current' in registry ? registry : fixedRegistry(registry)
		this.now = now
		this.telemetry = noticed(new MemoryTelemetryStore(beforeCall), afterCall)
		this.tasks = noticed(new MemoryTaskStore(beforeCall), afterCall)
		this.late = noticed(new MemoryLateMarks(beforeCall), afterCall)
		this.alerts = noticed(new AlertLog(beforeCall), afterCall)
	}

	/** One batch, as the queue would hand it over. */
	async ingest(...messages: Sent[]): Promise<BatchReport> {
		const records = messages.map(({ thing, payload, format = 'json', receivedAt, id }) => {
			this.#sent += 1
			const bytes =
				payload instanceof Uint8Array
					? Buffer.from(payload)
					: Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload))
			const body = {
				payload: bytes.toString('base64'),
				topic: `dt/sanitation/${thing}/${format}`,
				clientId: thing,
				receivedAt: receivedAt ?? this.now,
			}
			return { messageId: id ?? `message-${this.#sent}`, body: JSON.stringify(body) }
		})
		return this.batch(records)
	}

	/** One batch, as a handler passes it on. */
	batch(records: readonly QueueRecord[], remaining?: () => number): Promise<BatchReport> {
		return ingestBatch(
			records,
			decoders,
			{
				registry: this.#registry,
				telemetry: this.telemetry,
				tasks: this.tasks,
				alerts: this.alerts,
				visits: this.visits,
				late: this.late,
				quarantine: { keep: async (item) => void this.quarantine.set(item.id, item) },
			},
			{ pseudonym: pseudonymWith('key'), acceptedAgeMs: 7 * 86_400_000, retentionMs: 400 * 86_400_000, concurrency: 8 },
			() => this.now,
			remaining,
		)
	}

	/** What is true of the readings, without the counters of how it came to be. */
	facts(): string {
		const hours = [...this.telemetry.items.values()]
			.filter(({ readings }) => readings.length > 0)
			.map(({ device, hour, readings, carry, alarms }) => ({ device, hour, readings, carry, alarms: alarms ?? '[]' }))
			.sort((a, b) => (`${a.device} ${a.hour}` < `${b.device} ${b.hour}` ? -1 : 1))
		return JSON.stringify({ hours, tasks: this.taskFacts(), late: this.late.keys() }, null, 1)
	}

	taskFacts(): Pick<Task, 'id' | 'state' | 'events'>[] {
		return [...this.tasks.tasks.values()]
			.filter(({ state }) => state !== 'withdrawn')
			.map(({ id, state, events }) => ({ id, state, events }))
			.sort((a, b) => (a.id < b.id ? -1 : 1))
	}
}

/** The same object, with a word after each call that returns a promise. */
function noticed<T extends object>(store: T, afterCall: ((name: string) => void) | undefined): T {
	if (!afterCall) return store
	return new Proxy(store, {
		get(target, name) {
			const value: unknown = Reflect.get(target, name, target)
			if (typeof value !== 'function') return value
			return (...args: unknown[]) => {
				const result: unknown = value.apply(target, args)
				if (!(result instanceof Promise)) return result
				return result.then((done: unknown) => {
					afterCall(String(name))
					return done
				})
			}
		},
	})
}
