import { decoders } from '../../../devices/codecs/decoders.ts'
import { pseudonymWith } from '../../../functions/adapters/lambda/pseudonym.ts'
import { ingestBatch } from '../../../functions/ingest/ingestBatch.ts'
import { freshMemory, type SweepMemory } from '../../../functions/sweep/findSilent.ts'
import { sweep } from '../../../functions/sweep/sweep.ts'
import type { RegistryImport } from '../../../shared/contract/registry/registry.ts'
import { AlertLog } from '../../doubles/township.ts'
import { type LocalTables, localTables } from '../../integration/stores/localTables.ts'
import type { Facts } from '../reference/facts.ts'
import { told } from '../reference/told.ts'
import { apiOn } from './api.ts'
import { CapacityMeter, type KnownItems } from './capacityMeter.ts'
import type { Delivery } from './deliveries.ts'
import { retentionMs, type Stores, storesOn } from './stores.ts'

const settings = {
	acceptedAgeMs: 7 * 86_400_000,
	retentionMs,
	pseudonym: pseudonymWith('the key of the benchmark'),
	concurrency: 16,
}
/** Warm Lambdas that take the batches in turn. */
const LAMBDAS = 2

/** The real use cases on the real stores and the local engine, at a clock of our own, with every unit counted. */
export class Bench {
	readonly alerts = new AlertLog()
	readonly ingestMeter: CapacityMeter
	readonly sweepMeter: CapacityMeter
	/** CPU of this process while it ingested, without the counting, milliseconds. */
	cpuMs = 0
	readonly #tables: LocalTables
	readonly #ingest: Lambda[]
	readonly #sweep: Lambda
	readonly #memory: SweepMemory

	private constructor(tables: LocalTables, clock: number) {
		const known: KnownItems = new Map()
		this.#tables = tables
		this.ingestMeter = new CapacityMeter(tables.name, known)
		this.sweepMeter = new CapacityMeter(tables.name, known)
		this.#ingest = Array.from({ length: LAMBDAS }, () => lambdaOn(tables, clock))
		this.#sweep = lambdaOn(tables, clock)
		this.#memory = freshMemory(clock)
	}

	/** Empty tables with a township in them. */
	static async open(township: RegistryImport, clock: number): Promise<Bench> {
		const tables = await localTables()
		const bench = new Bench(tables, clock)
		for (const { stores } of bench.#ingest) bench.ingestMeter.count(stores.client)
		bench.sweepMeter.count(bench.#sweep.stores.client)
		await bench.#sweep.stores.registry.put(township)
		for (const { stores } of [...bench.#ingest, bench.#sweep]) await stores.registry.current()
		// The registry is read whole once when a Lambda starts; that is not the price of a reading.
		for (const meter of [bench.ingestMeter, bench.sweepMeter]) meter.forget()
		return bench
	}

	/** Invocations of the ingest Lambda. @throws when a message was not ingested */
	async deliver(deliveries: readonly Delivery[]): Promise<void> {
		const countingMs = this.ingestMeter.ownMs
		const before = process.cpuUsage()
		await Promise.all(
			this.#ingest.map(async (lambda, i) => {
				const ports = { ...lambda.stores, alerts: this.alerts }
				for (const { clock, records } of deliveries.filter((_, n) => n % LAMBDAS === i)) {
					lambda.clock = clock
					const { failed } = await ingestBatch(records, decoders, ports, settings, () => clock)
					if (failed[0]) throw new Error('a message was not ingested', { cause: failed[0].error })
				}
			}),
		)
		const { user, system } = process.cpuUsage(before)
		this.cpuMs += (user + system) / 1000 - (this.ingestMeter.ownMs - countingMs)
	}

	/** One invocation of the sweep Lambda. @throws when it left something undone */
	async sweep(clock: number): Promise<void> {
		this.#sweep.clock = clock
		const { stores } = this.#sweep
		const ports = {
			...stores,
			due: stores.tasks,
			list: stores.tasks,
			backlog: { waiting: async () => ({ messages: 0 }) },
			alerts: this.alerts,
		}
		const [failed] = (await sweep(ports, this.#memory, clock)).failed
		if (failed) throw new Error(`the sweep left ${failed.what} undone`, { cause: failed.error })
	}

	/** What the API tells of a time, at the end of it. */
	async told(from: number, to: number): Promise<Facts> {
		const stores = storesOn(this.#tables, () => to)
		const facts = await told(apiOn(stores, to), { from: new Date(from).toISOString(), to: new Date(to).toISOString() })
		stores.client.destroy()
		return facts
	}

	async close(): Promise<void> {
		for (const { stores } of [...this.#ingest, this.#sweep]) stores.client.destroy()
		await this.#tables.close()
	}
}

type Lambda = { clock: number; stores: Stores }

function lambdaOn(tables: LocalTables, clock: number): Lambda {
	const clocked = { clock }
	return Object.assign(clocked, { stores: storesOn(tables, () => clocked.clock) })
}
