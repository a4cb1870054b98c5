import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type TableName, tables } from '../../../functions/adapters/tables/tableKeys.ts'
import * as z from '../../../shared/contract/zod.ts'
import { batchReadUnits, readUnits, refusedWriteUnits, writeUnits } from './capacityUnits.ts'
import { type Item, itemSize } from './itemSize.ts'

export type Cost = { requests: number; writeUnits: number; readUnits: number }
export type CallCost = Cost & { engine: { writeUnits: number; readUnits: number } }

const item = z.custom<Item>((value) => typeof value === 'object' && value !== null)
const Input = z.looseObject({
	TableName: z.string(),
	Key: z.optional(item),
	Item: z.optional(item),
	IndexName: z.optional(z.string()),
	ConsistentRead: z.optional(z.boolean()),
	UpdateExpression: z.optional(z.string()),
	KeyConditionExpression: z.optional(z.string()),
})
type Input = z.infer<typeof Input>
const Output = z.looseObject({
	Attributes: z.optional(item),
	Item: z.optional(item),
	Items: z.optional(z.array(item)),
	ConsumedCapacity: z.optional(z.object({ CapacityUnits: z.number() })),
	$metadata: z.object({ attempts: z.optional(z.number()) }),
})
type Output = z.infer<typeof Output>
const BatchInput = z.looseObject({
	RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(item), ConsistentRead: z.optional(z.boolean()) })),
})
const BatchOutput = z.looseObject({
	Responses: z.record(z.string(), z.array(item)),
	ConsumedCapacity: z.optional(z.array(z.object({ CapacityUnits: z.number() }))),
	$metadata: z.object({ attempts: z.optional(z.number()) }),
})

/** Items as the metered clients last saw them; they must be the only writers. */
export type KnownItems = Map<string, Item>

/**
 * Counts what every command of a client costs: by the rules of `capacityUnits.ts`, and beside it what the engine itself
 * reports as ConsumedCapacity, for comparison.
 */
export class CapacityMeter {
	/** By what is done: command, table, and the expression that tells one purpose from another. */
	readonly calls = new Map<string, CallCost>()
	/** Milliseconds that the counting itself took; not to be charged to what is measured. */
	ownMs = 0
	readonly largest = { bytes: 0, item: {} as Item }
	readonly #known: KnownItems
	readonly #tableOf: ReadonlyMap<string, TableName>

	/** @param known shared by all meters whose clients write to the same tables */
	constructor(name: (table: TableName) => string, known: KnownItems) {
		this.#known = known
		this.#tableOf = new Map((Object.keys(tables) as TableName[]).map((table) => [name(table), table]))
	}

	/** Counts what this client does; before its first call, for a client may put its steps together only once. */
	count(client: DynamoDBClient): void {
		client.middlewareStack.add(
			(next, context) => async (args) => {
				const command = String(context.commandName)
				Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' })
				// The item is needed to know its size; returning it costs no units.
				if (command === 'UpdateItemCommand') Object.assign(args.input, { ReturnValues: 'ALL_NEW' })
				try {
					const result = await next(args)
					this.#timed(() => {
						if (command === 'BatchGetItemCommand')
							this.#batch(BatchInput.parse(args.input), BatchOutput.parse(result.output))
						else this.#done(command, Input.parse(args.input), Output.parse(result.output))
					})
					return result
				} catch (error) {
					if (error instanceof ConditionalCheckFailedException) {
						this.#timed(() => this.#refused(command, Input.parse(args.input)))
					}
					throw error
				}
			},
			{ step: 'initialize', name: 'capacityMeter' },
		)
	}

	/** What was counted so far does not count. */
	forget(): void {
		this.calls.clear()
		this.ownMs = 0
	}

	/** All calls whose purpose passes, together. */
	total(counts: (purpose: string) => boolean = () => true): CallCost {
		const total: CallCost = { requests: 0, writeUnits: 0, readUnits: 0, engine: { writeUnits: 0, readUnits: 0 } }
		for (const [purpose, cost] of this.calls) if (counts(purpose)) add(total, cost)
		return total
	}

	#timed(count: () => void): void {
		const startedAt = performance.now()
		count()
		this.ownMs += performance.now() - startedAt
	}

	#done(command: string, input: Input, output: Output): void {
		const table = this.#table(input)
		const requests = output.$metadata.attempts ?? 1
		const reported = output.ConsumedCapacity?.CapacityUnits ?? 0
		const isConsistent = input.ConsistentRead ?? false
		const purpose = purposeOf(command, table, input)
		switch (command) {
			case 'UpdateItemCommand':
			case 'PutItemCommand': {
				const key = keyOf(table, input.Key ?? input.Item ?? {})
				const after = command === 'PutItemCommand' ? input.Item : output.Attributes
				const units = writeUnits(table, this.#known.get(key), after)
				if (after) this.#known.set(key, after)
				if (after && table === 'telemetry' && after.readings) this.#size(after)
				const engine = { writeUnits: reported, readUnits: 0 }
				this.#note(purpose, { requests, writeUnits: units, readUnits: 0, engine })
				break
			}
			case 'GetItemCommand':
			case 'QueryCommand': {
				const units = readUnits(output.Items ?? (output.Item ? [output.Item] : []), isConsistent)
				const engine = { writeUnits: 0, readUnits: reported }
				this.#note(purpose, { requests, writeUnits: 0, readUnits: units, engine })
				break
			}
			default:
				throw new Error(`cannot count ${command}`)
		}
	}

	/** Nothing is left over: the engine here does all that a batch asks for. */
	#batch({ RequestItems }: z.infer<typeof BatchInput>, output: z.infer<typeof BatchOutput>): void {
		const requests = output.$metadata.attempts ?? 1
		const reported = (output.ConsumedCapacity ?? []).reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0)
		for (const [TableName, { Keys, ConsistentRead = false }] of Object.entries(RequestItems)) {
			const table = this.#table({ TableName })
			const units = batchReadUnits(output.Responses[TableName] ?? [], Keys.length, ConsistentRead)
			const engine = { writeUnits: 0, readUnits: reported }
			this.#note(`${table} BatchGetItem`, { requests, writeUnits: 0, readUnits: units, engine })
		}
	}

	#refused(command: string, input: Input): void {
		const table = this.#table(input)
		const units = refusedWriteUnits(this.#known.get(keyOf(table, input.Key ?? input.Item ?? {})))
		// The engine reports nothing with a refusal; what it would have taken is ours.
		const cost = { requests: 1, writeUnits: units, readUnits: 0, engine: { writeUnits: units, readUnits: 0 } }
		this.#note(`${purposeOf(command, table, input)} (refused)`, cost)
	}

	#note(purpose: string, cost: CallCost): void {
		const known = this.calls.get(purpose)
		if (known) add(known, cost)
		else this.calls.set(purpose, cost)
	}

	#table({ TableName }: Pick<Input, 'TableName'>): TableName {
		const table = this.#tableOf.get(TableName)
		if (!table) throw new Error(`no table of ours: ${TableName}`)
		return table
	}

	#size(seen: Item): void {
		const bytes = itemSize(seen)
		if (bytes > this.largest.bytes) Object.assign(this.largest, { bytes, item: seen })
	}
}

const purposeOf = (command: string, table: TableName, input: Input): string =>
	[table, command.replace('Command', ''), input.IndexName, input.UpdateExpression ?? input.KeyConditionExpression]
		.filter((part) => part !== undefined)
		.join(' ')

function keyOf(table: TableName, of: Item): string {
	const { partitionKey, sortKey } = tables[table]
	return JSON.stringify([table, of[partitionKey]?.S, of[sortKey]?.S])
}

function add(total: CallCost, cost: CallCost): void {
	total.requests += cost.requests
	total.writeUnits += cost.writeUnits
	total.readUnits += cost.readUnits
	total.engine.writeUnits += cost.engine.writeUnits
	total.engine.readUnits += cost.engine.readUnits
}
