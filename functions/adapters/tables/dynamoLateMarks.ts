import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { LateMark, LateMarks } from '../../../shared/ports/dayScores.ts'
import { DynamoMarks } from './dynamoMarks.ts'

/** Late days of devices, in the order of days. */
export class DynamoLateMarks implements LateMarks {
	readonly #marks: DynamoMarks

	constructor(client: DynamoDBClient, table: string) {
		this.#marks = new DynamoMarks(client, table, '#late')
	}

	add(device: string, day: string): Promise<void> {
		return this.#marks.add(`${day}#${device}`)
	}

	async list(limit: number): Promise<LateMark[]> {
		const marks = await this.#marks.list(limit)
		return marks.map(({ key, seen }) => {
			const [day = '', device = ''] = key.split('#')
			return { day, device, seen }
		})
	}

	clear({ device, day, seen }: LateMark): Promise<void> {
		return this.#marks.clear(`${day}#${device}`, seen)
	}
}
