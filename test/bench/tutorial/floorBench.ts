import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { inParallel } from '../../../shared/work/inParallel.ts'
import { type LocalTables, localTables } from '../../integration/stores/localTables.ts'

/** The floor of this machine: an UpdateItem with a condition and nothing around it, as many at once as the others have. */
export class FloorBench {
	calls = 0
	cpuMs = 0
	readonly #tables: LocalTables

	private constructor(tables: LocalTables) {
		this.#tables = tables
	}

	static async open(): Promise<FloorBench> {
		return new FloorBench(await localTables())
	}

	async update(count: number, atOnce: number): Promise<void> {
		const { client, name } = this.#tables
		const before = process.cpuUsage()
		const numbers = Array.from({ length: count }, (_, i) => this.calls + i)
		await inParallel(numbers, atOnce, (n) =>
			client.send(
				new UpdateItemCommand({
					TableName: name('telemetry'),
					Key: { device: { S: `device-${n % 300}` }, hour: { S: `hour-${Math.floor(n / 3600)}` } },
					UpdateExpression: 'SET reading = :reading',
					ConditionExpression: 'attribute_not_exists(reading) OR reading <> :reading',
					ExpressionAttributeValues: { ':reading': { S: `${n} ammonia=0.25 hydrogenSulfide=0.004 battery=80` } },
				}),
			),
		)
		const { user, system } = process.cpuUsage(before)
		this.cpuMs += (user + system) / 1000
		this.calls += count
	}

	close(): Promise<void> {
		return this.#tables.close()
	}
}
