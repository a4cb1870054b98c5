import { type AttributeValue, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { unlessRefused } from '../../../functions/adapters/tables/dynamoClient.ts'
import { queryAll } from '../../../functions/adapters/tables/dynamoQuery.ts'
import { Courtyard, Device, Township, Village } from '../../../shared/contract/registry/registry.ts'
import type * as z from '../../../shared/contract/zod.ts'
import type { DataPlace } from '../stores.ts'

const kinds: Readonly<Record<string, z.ZodMiniType<object>>> = {
	township: Township,
	village: Village,
	courtyard: Courtyard,
	device: Device,
}

/**
 * What an entry of the registry leaves to a preset is written into it: a later version may have another preset, and it must
 * not change what an entry of today means. Adds what is absent and touches nothing else, so others may write meanwhile;
 * who has read an entry before reads the same after, so the registry's revision stays.
 */
export async function presetsWrittenDown({ client, registry }: DataPlace): Promise<number> {
	let changed = 0
	for (const [kind, schema] of Object.entries(kinds)) {
		const items = await queryAll(client, {
			TableName: registry,
			ConsistentRead: true,
			KeyConditionExpression: 'pk = :kind',
			ExpressionAttributeValues: marshall({ ':kind': kind }),
		})
		for (const item of items) {
			const { pk: _pk, sk: _sk, ...entry } = unmarshall(item)
			const whole = schema.parse(entry)
			const missing = Object.entries(whole).filter(([name, value]) => value !== undefined && !(name in entry))
			if (missing.length === 0) continue
			await add(client, registry, item, missing)
			changed += 1
		}
	}
	return changed
}

async function add(
	client: DynamoDBClient,
	table: string,
	{ pk, sk }: Record<string, AttributeValue>,
	missing: readonly (readonly [string, unknown])[],
): Promise<void> {
	if (pk === undefined || sk === undefined) throw new Error('an item without a key')
	await unlessRefused(
		client.send(
			new UpdateItemCommand({
				TableName: table,
				Key: { pk, sk },
				UpdateExpression: `SET ${missing.map((_, i) => `#${i} = if_not_exists(#${i}, :${i})`).join(', ')}`,
				ConditionExpression: 'attribute_exists(pk)',
				ExpressionAttributeNames: Object.fromEntries(missing.map(([name], i) => [`#${i}`, name])),
				ExpressionAttributeValues: marshall(Object.fromEntries(missing.map(([, value], i) => [`:${i}`, value]))),
			}),
		),
	)
}
