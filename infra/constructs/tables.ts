import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, Billing, Capacity, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { tables as specs, type TableName } from '../../functions/adapters/tables/tableKeys.ts'
import { stageOf } from '../stages/stageOf.ts'

/** What a function needs to know of a table to be granted it. */
export interface ServiceTable {
	readonly table: TableV2
	/** The environment variable under which the stores look for the table's name. */
	readonly env: string
	readonly indexes: readonly string[]
}

interface TableSpec {
	readonly env: string
	readonly partitionKey: string
	readonly sortKey: string
	readonly ttl?: string
	readonly indexes: Readonly<Record<string, { readonly partitionKey: string; readonly sortKey: string }>>
}

/**
 * The four tables, as the key file describes them. Telemetry expires and can be sent again, so it alone has neither
 * point-in-time recovery nor deletion protection; none is deleted with the stack.
 */
export class Tables extends Construct {
	readonly registry = this.create('registry')
	readonly telemetry = this.create('telemetry')
	readonly scores = this.create('scores')
	readonly tasks = this.create('tasks')

	private create(name: TableName): ServiceTable {
		const spec: TableSpec = specs[name]
		const expires = spec.ttl !== undefined
		const table = new TableV2(this, `${name.charAt(0).toUpperCase()}${name.slice(1)}`, {
			partitionKey: { name: spec.partitionKey, type: AttributeType.STRING },
			sortKey: { name: spec.sortKey, type: AttributeType.STRING },
			billing: this.billing(name),
			pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: !expires },
			deletionProtection: !expires,
			removalPolicy: RemovalPolicy.RETAIN,
			...(spec.ttl === undefined ? {} : { timeToLiveAttribute: spec.ttl }),
			globalSecondaryIndexes: Object.entries(spec.indexes).map(([indexName, keys]) => ({
				indexName,
				partitionKey: { name: keys.partitionKey, type: AttributeType.STRING },
				sortKey: { name: keys.sortKey, type: AttributeType.STRING },
			})),
		})
		return { table, env: spec.env, indexes: Object.keys(spec.indexes) }
	}

	/** Indexes have what their table has: what is written to one is written to the other. */
	private billing(name: TableName): Billing {
		const { billing } = stageOf(this)
		if (billing.mode === 'on-demand') return Billing.onDemand()
		const scaled = ({ min: minCapacity, max: maxCapacity }: { min: number; max: number }) =>
			Capacity.autoscaled({ minCapacity, maxCapacity, targetUtilizationPercent: 70 })
		return Billing.provisioned({
			readCapacity: scaled(billing[name].read),
			writeCapacity: scaled(billing[name].write),
		})
	}
}
