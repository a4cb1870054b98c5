import { setTimeout as wait } from 'node:timers/promises'
import { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { toDeviceHour } from '../../../functions/adapters/tables/deviceHourItem.ts'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import type { RunningEdition } from '../../../infra/local/runningEdition.ts'
import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'

export type Looked = { device: string; at: number; values: Values }

/** How often it looks, milliseconds: stored may be seen so much too late. */
const EVERY_MS = 20
/** Keys of one request. */
const AT_ONCE = 100

/** Looks into the table of readings, with sure reads, for those that are waited for. */
export class StoredWatch {
	readonly #waiting = new Map<string, Looked>()
	readonly #client: DynamoDBClient
	readonly #table: string
	readonly #seen: (device: string) => void
	#isOver = false
	readonly #looking: Promise<void>

	/** @param seen told once of each */
	constructor({ endpoints, tables }: RunningEdition, seen: (device: string) => void) {
		this.#client = new DynamoDBClient({
			...{ endpoint: endpoints.dynamodb, region: 'us-east-1', credentials: localCredentials },
		})
		this.#table = tables.telemetry
		this.#seen = seen
		this.#looking = this.#look()
	}

	/** One reading of a device at a time. */
	waitFor(reading: Looked): void {
		this.#waiting.set(reading.device, reading)
	}

	async end(): Promise<void> {
		this.#isOver = true
		await this.#looking
		this.#client.destroy()
	}

	async #look(): Promise<void> {
		while (!this.#isOver) {
			await wait(EVERY_MS)
			const looked = [...this.#waiting.values()].slice(0, AT_ONCE)
			if (looked.length === 0) continue
			const Keys = looked.map(({ device, at }) => ({ device: { S: device }, hour: { S: hourOf(at) } }))
			const { Responses = {} } = await this.#client.send(
				new BatchGetItemCommand({ RequestItems: { [this.#table]: { Keys, ConsistentRead: true } } }),
			)
			for (const item of Responses[this.#table] ?? []) {
				const { device, readings } = toDeviceHour(item)
				const reading = this.#waiting.get(device)
				if (!reading || !readings.includes(packReading(reading))) continue
				this.#waiting.delete(device)
				this.#seen(device)
			}
		}
	}
}
