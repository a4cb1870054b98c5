import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { RegistryImport } from '../../../shared/contract/registry/registry.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { inParallel } from '../../../shared/work/inParallel.ts'
import { type LocalTables, localTables } from '../../integration/stores/localTables.ts'
import { CapacityMeter } from '../ingest/capacityMeter.ts'
import { type KeptFacts, keptFacts } from './kept.ts'
import { TutorialLambda } from './pattern.ts'

/** Requests under way at once; as many as our two Lambdas have with sixteen each. */
const AT_ONCE = 32

class Killed extends Error {}

/** The tutorial pattern on tables of its own, with every unit counted. */
export class PeerBench {
	readonly meter: CapacityMeter
	/** CPU of this process while it worked, without the counting, milliseconds. */
	cpuMs = 0
	readonly #tables: LocalTables
	readonly #client: DynamoDBClient
	/** Requests until the process dies. */
	#left = Number.POSITIVE_INFINITY

	private constructor(tables: LocalTables) {
		this.#tables = tables
		this.meter = new CapacityMeter(tables.name, new Map())
		const { endpoint, region, credentials } = tables.client.config
		this.#client = new DynamoDBClient({ ...(endpoint ? { endpoint } : {}), region, credentials })
		this.meter.count(this.#client)
		this.#client.middlewareStack.add(
			(next) => (args) => {
				this.#left -= 1
				return this.#left < 0 ? Promise.reject(new Killed()) : next(args)
			},
			{ step: 'initialize', priority: 'high', name: 'kill' },
		)
	}

	static async open({ devices }: RegistryImport): Promise<PeerBench> {
		const tables = await localTables()
		const bench = new PeerBench(tables)
		for (const device of devices) {
			const Item = marshall({ pk: 'config', sk: device.id, device }, { removeUndefinedValues: true })
			await tables.client.send(new PutItemCommand({ TableName: tables.name('registry'), Item }))
		}
		return bench
	}

	/**
	 * Invocations, one for each message. What was under way when the process died comes again to the next one.
	 *
	 * @param dieEvery the process dies after so many requests, again and again
	 */
	async deliver(bodies: readonly string[], dieEvery = Number.POSITIVE_INFINITY): Promise<void> {
		const countingMs = this.meter.ownMs
		const before = process.cpuUsage()
		for (let waiting = bodies; waiting.length > 0; ) {
			this.#left = dieEvery
			const lambda = new TutorialLambda(this.#client, this.#tables.name, defaultProfile)
			const again = await inParallel(waiting, AT_ONCE, (body) => this.#survives(lambda, body))
			waiting = waiting.filter((_, i) => again[i] === false)
		}
		this.#left = Number.POSITIVE_INFINITY
		const { user, system } = process.cpuUsage(before)
		this.cpuMs += (user + system) / 1000 - (this.meter.ownMs - countingMs)
	}

	kept(): Promise<KeptFacts> {
		const { client, name } = this.#tables
		return keptFacts(client, name)
	}

	close(): Promise<void> {
		this.#client.destroy()
		return this.#tables.close()
	}

	async #survives(lambda: TutorialLambda, body: string): Promise<boolean> {
		try {
			await lambda.handle(body)
			return true
		} catch (error) {
			if (error instanceof Killed) return false
			throw error
		}
	}
}
