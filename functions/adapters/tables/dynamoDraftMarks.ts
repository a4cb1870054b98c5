import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DraftMark, DraftMarks } from '../../../shared/ports/drafts.ts'
import { DynamoMarks } from './dynamoMarks.ts'

/** There are never more months under way than readings are late. */
const MOST_MONTHS = 1000

/** Months whose draft ranking is out of date, in the order of months. */
export class DynamoDraftMarks implements DraftMarks {
	readonly #marks: DynamoMarks

	constructor(client: DynamoDBClient, table: string) {
		this.#marks = new DynamoMarks(client, table, '#draft')
	}

	add(month: string): Promise<void> {
		return this.#marks.add(month)
	}

	async list(): Promise<DraftMark[]> {
		return (await this.#marks.list(MOST_MONTHS)).map(({ key: month, seen }) => ({ month, seen }))
	}

	clear({ month, seen }: DraftMark): Promise<void> {
		return this.#marks.clear(month, seen)
	}
}
