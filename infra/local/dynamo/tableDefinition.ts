import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import * as z from '../../../shared/contract/zod.ts'
import { parseResourceProperties, withoutEffectHere } from '../resourceProperties.ts'

const keySchema = z
	.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
	.check(z.minLength(1), z.maxLength(2))
const projection = z.strictObject({
	ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
	NonKeyAttributes: z.optional(z.array(z.string())),
})
const index = { IndexName: z.string(), KeySchema: keySchema, Projection: projection }

const tableProperties = z.strictObject({
	KeySchema: keySchema,
	AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
	GlobalSecondaryIndexes: z.optional(
		z.array(
			z.strictObject({
				...index,
				ContributorInsightsSpecification: withoutEffectHere,
				OnDemandThroughput: withoutEffectHere,
				ProvisionedThroughput: withoutEffectHere,
				ReadOnDemandThroughputSettings: withoutEffectHere,
				ReadProvisionedThroughputSettings: withoutEffectHere,
				WarmThroughput: withoutEffectHere,
				WriteOnDemandThroughputSettings: withoutEffectHere,
				WriteProvisionedThroughputSettings: withoutEffectHere,
			}),
		),
	),
	LocalSecondaryIndexes: z.optional(z.array(z.strictObject(index))),
	BillingMode: withoutEffectHere,
	ContributorInsightsSpecification: withoutEffectHere,
	DeletionProtectionEnabled: withoutEffectHere,
	KinesisStreamSpecification: z.optional(z.never('a stream of changes does not exist here')),
	OnDemandThroughput: withoutEffectHere,
	PointInTimeRecoverySpecification: withoutEffectHere,
	ProvisionedThroughput: withoutEffectHere,
	ReadOnDemandThroughputSettings: withoutEffectHere,
	ReadProvisionedThroughputSettings: withoutEffectHere,
	Replicas: withoutEffectHere,
	ResourcePolicy: withoutEffectHere,
	SSESpecification: withoutEffectHere,
	StreamSpecification: z.optional(z.never('a stream of changes does not exist here')),
	TableClass: withoutEffectHere,
	TableName: withoutEffectHere,
	Tags: withoutEffectHere,
	// Nothing expires here: dynalite has no TTL. On AWS an item may outlive its TTL by days, so readers filter anyway.
	TimeToLiveSpecification: withoutEffectHere,
	WarmThroughput: withoutEffectHere,
	WriteOnDemandThroughputSettings: withoutEffectHere,
	WriteProvisionedThroughputSettings: withoutEffectHere,
})

/** A table of the template; `name` as the resolver gave it. */
export type TableResource = {
	readonly logicalId: string
	readonly type: 'AWS::DynamoDB::GlobalTable' | 'AWS::DynamoDB::Table'
	readonly name: string
	readonly properties: unknown
}

export type TableDefinition = CreateTableCommandInput & { readonly TableName: string }

/**
 * The CreateTable request for a table of the template: keys and indexes, on demand. Throws a StartError naming the
 * resource if a property cannot be honoured here.
 */
export const tableFromTemplate = ({ logicalId, type, name, properties }: TableResource): TableDefinition => {
	const parsed = parseResourceProperties(tableProperties, logicalId, type, properties)
	const indexOf = ({ IndexName, KeySchema, Projection }: z.infer<z.ZodMiniObject<typeof index>>) => ({
		IndexName,
		KeySchema,
		Projection,
	})
	return {
		TableName: name,
		BillingMode: 'PAY_PER_REQUEST',
		KeySchema: parsed.KeySchema,
		AttributeDefinitions: parsed.AttributeDefinitions,
		...(parsed.GlobalSecondaryIndexes && { GlobalSecondaryIndexes: parsed.GlobalSecondaryIndexes.map(indexOf) }),
		...(parsed.LocalSecondaryIndexes && { LocalSecondaryIndexes: parsed.LocalSecondaryIndexes.map(indexOf) }),
	}
}
