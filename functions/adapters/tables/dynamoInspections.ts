import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { InspectionSheet } from '../../../shared/contract/inspection/inspection.ts'
import { sheetKey } from '../../../shared/domain/inspection/sheet.ts'
import { monthOf } from '../../../shared/domain/time/shanghai.ts'
import type { Inspections } from '../../../shared/ports/inspections.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'

/**
 * Inspection sheets in the table of scores: a month is one partition, `#inspections.2026-11`, and each revision an item,
 * `{courtyard}.{day}.{revision}`, written once. A courtyard's id has no dot and never begins with "#".
 */
export class DynamoInspections implements Inspections {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async add(sheet: InspectionSheet): Promise<'stored' | 'conflict'> {
		const { courtyard, day, revision } = sheet
		const period = `${courtyard}.${day}.${String(revision).padStart(4, '0')}`
		const written = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: marshall({ courtyard: partitionOf(monthOf(day)), period, sheet }, { removeUndefinedValues: true }),
					ConditionExpression: 'attribute_not_exists(period)',
				}),
			),
		)
		return written === undefined ? 'conflict' : 'stored'
	}

	async revisions(id: string): Promise<InspectionSheet[]> {
		const key = sheetKey(id)
		return key ? this.#read(monthOf(key.day), `${key.courtyard}.${key.day}.`) : []
	}

	async ofCourtyard(courtyard: string, month: string): Promise<InspectionSheet[]> {
		return latest(await this.#read(month, `${courtyard}.`))
	}

	async ofMonth(month: string): Promise<ReadonlyMap<string, readonly InspectionSheet[]>> {
		return Map.groupBy(latest(await this.#read(month, '')), ({ courtyard }) => courtyard)
	}

	async #read(month: string, prefix: string): Promise<InspectionSheet[]> {
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			ConsistentRead: true,
			KeyConditionExpression: `courtyard = :month${prefix === '' ? '' : ' AND begins_with(period, :prefix)'}`,
			ExpressionAttributeValues: marshall({
				':month': partitionOf(month),
				...(prefix === '' ? {} : { ':prefix': prefix }),
			}),
		})
		return items.map((item) => InspectionSheet.parse(unmarshall(item).sheet))
	}
}

const partitionOf = (month: string): string => `#inspections.${month}`

/** The last revision of each sheet; what comes is in the order of revisions. */
const latest = (revisions: readonly InspectionSheet[]): InspectionSheet[] => [
	...new Map(revisions.map((sheet) => [sheet.id, sheet])).values(),
]
