import {
	type AttributeValue,
	type DynamoDBClient,
	GetItemCommand,
	PutItemCommand,
	UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { TableName } from '../../../functions/adapters/tables/tableKeys.ts'
import type { Profile } from '../../../shared/contract/profile/profile.ts'
import { Device } from '../../../shared/contract/registry/registry.ts'
import { Measurand, type Values } from '../../../shared/contract/telemetry/measurand.ts'
import { TelemetryMessage } from '../../../shared/contract/telemetry/telemetryMessage.ts'
import * as z from '../../../shared/contract/zod.ts'
import { scoreText } from '../reference/answer.ts'
import { iso } from '../reference/facts.ts'
import { ruleLimit, worstIndex } from '../reference/limits.ts'

const Entry = z.catchall(z.object({ at: z.number() }), z.number())
/** What the device table holds: the configuration and, beside it, the latest state. */
const Config = z.object({ device: Device, over: z._default(z.array(z.string()), []) })
const Score = z.object({ indices: z.record(z.string(), z.number()), score: z.string() })
const KEPT_S = 400 * 86_400

/**
 * How tutorials do it: a Lambda for each message, which for each reading puts it as an item, gets the device's
 * configuration, updates what is latest, reads, changes and writes the courtyard's score, and puts a task when a value
 * has gone beyond its limit. One thing is better than in most: a value that stays beyond it makes no second task.
 */
export class TutorialLambda {
	readonly #client: DynamoDBClient
	readonly #name: (table: TableName) => string
	readonly #profile: Profile

	constructor(client: DynamoDBClient, name: (table: TableName) => string, profile: Profile) {
		this.#client = client
		this.#name = name
		this.#profile = profile
	}

	/** One invocation. @param body of the queue's message */
	async handle(body: string): Promise<void> {
		const { payload, topic } = TelemetryMessage.parse(JSON.parse(body))
		const [, , id = ''] = topic.split('/')
		const content: unknown = JSON.parse(Buffer.from(payload, 'base64').toString())
		for (const entry of Array.isArray(content) ? content : [content]) {
			const { at, ...values } = Entry.parse(entry)
			if (this.#isPlausible(values)) await this.#reading(id, at, values)
		}
	}

	#isPlausible(values: Readonly<Record<string, number>>): values is Values {
		return Object.entries(values).every(([name, value]) => {
			const measurand = Measurand.safeParse(name).data
			const range = measurand && this.#profile.measurands[measurand]?.plausible
			return range !== undefined && value >= range[0] && value <= range[1]
		})
	}

	async #reading(id: string, at: number, values: Values): Promise<void> {
		const expires = Math.floor(at / 1000) + KEPT_S
		await this.#put('telemetry', { device: id, hour: iso(at), values, expires })
		const key = { pk: 'config', sk: id }
		const { device, over } = Config.parse(await this.#get('registry', key))
		const nowOver = this.#over(device, values)
		await this.#client.send(
			new UpdateItemCommand({
				TableName: this.#name('registry'),
				Key: marshall(key),
				UpdateExpression: 'SET latest = :latest, #at = :at, #over = :over',
				ExpressionAttributeNames: { '#at': 'at', '#over': 'over' },
				ExpressionAttributeValues: marshall({ ':latest': values, ':at': at, ':over': nowOver }),
			}),
		)
		await this.#score(device, values)
		for (const rule of nowOver.filter((one) => !over.includes(one))) {
			const task = { task: `${id} ${rule} ${iso(at)}`, part: 'task', courtyard: device.courtyard }
			await this.#put('tasks', { ...task, stateSince: `raised#${iso(at)}`, device: id, rule, values })
		}
	}

	#over(device: Device, values: Values): string[] {
		return this.#profile.alarms.flatMap((rule) => {
			if (rule.watches !== 'limit') return []
			const value = values[rule.measurand]
			const limit = ruleLimit(rule.id, rule.measurand, device, values)
			if (value === undefined || limit === undefined) return []
			return (rule.direction === 'high' ? value > limit : value < limit) ? [rule.id] : []
		})
	}

	async #score(device: Device, values: Values): Promise<void> {
		const key = { courtyard: device.courtyard, period: 'now' }
		const found = await this.#get('scores', key)
		const indices = found ? { ...Score.parse(found).indices } : {}
		const index = worstIndex(device, values)
		if (index !== undefined) indices[device.id] = index
		const own = Object.keys(indices).map((id) => ({ ...device, id, kind: kindOf(id) }))
		await this.#put('scores', { ...key, indices, score: scoreText(own, new Map(Object.entries(indices))) })
	}

	async #get(table: TableName, key: Record<string, string>): Promise<Record<string, unknown> | undefined> {
		const { Item } = await this.#client.send(new GetItemCommand({ TableName: this.#name(table), Key: marshall(key) }))
		return Item && unmarshall(Item)
	}

	async #put(table: TableName, item: Record<string, unknown>): Promise<void> {
		const Item: Record<string, AttributeValue> = marshall(item)
		await this.#client.send(new PutItemCommand({ TableName: this.#name(table), Item }))
	}
}

/** The bench names its devices after their kind. */
const kindOf = (id: string): Device['kind'] => Device.shape.kind.parse(id.split('-')[0])
