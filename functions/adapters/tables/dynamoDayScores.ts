import { type AttributeValue, type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { CourtyardDay } from '../../../shared/contract/score/score.ts'
import * as z from '../../../shared/contract/zod.ts'
import { packDevices, unpackDevices } from '../../../shared/domain/score/dayPack.ts'
import type { DayScores } from '../../../shared/ports/dayScores.ts'
import type { ScoredVillages } from '../../../shared/ports/scoredVillages.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'

/** The partition of the scores table that no courtyard can have: an id never begins with "#". One item a village and day. */
const SCORED = '#scored'

const text = z.pipe(
	z.object({ S: z.string() }),
	z.transform(({ S }) => S),
)
const Day = z.object({
	courtyard: text,
	period: text,
	profile: text,
	devices: z.pipe(text, z.transform(unpackDevices)),
})
const Village = z.object({
	period: text,
	courtyards: z._default(
		z.pipe(
			z.object({ SS: z.array(z.string()) }),
			z.transform(({ SS }) => SS),
		),
		[],
	),
})
const Finishes = z.object({ period: text, finishes: z.optional(z.object({ N: z.string() })) })
const Turn = z.object({
	turn: z.pipe(
		z.object({ N: z.string() }),
		z.transform(({ N }) => Number(N)),
	),
	incoming: z.optional(text),
})

/** Courtyard-days, each under its courtyard and day (`2026-10-05`), and beside them what is scored of each village. */
export class DynamoDayScores implements DayScores, ScoredVillages {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async put({ courtyard, day, profile, devices }: CourtyardDay, turn: number): Promise<'stored' | 'outdated'> {
		const stored = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: {
						courtyard: { S: courtyard },
						period: { S: day },
						profile: { S: profile },
						devices: { S: packDevices(devices) },
						turn: { N: String(turn) },
					},
					ConditionExpression: 'attribute_not_exists(turn) OR turn <= :turn',
					ExpressionAttributeValues: { ':turn': { N: String(turn) } },
				}),
			),
		)
		return stored ? 'stored' : 'outdated'
	}

	async days(courtyard: string, from: string, to: string): Promise<CourtyardDay[]> {
		const items = await this.#between(courtyard, from, to, true)
		return items.map((item) => {
			const { period: day, ...rest } = Day.parse(item)
			return { ...rest, day }
		})
	}

	async scored(day: string): Promise<Set<string>> {
		return (await this.finished(day, day)).get(day) ?? new Set()
	}

	async take(village: string, day: string): Promise<{ turn: number; incoming?: string }> {
		const { Attributes } = await this.#client.send(
			new UpdateItemCommand({
				TableName: this.#table,
				Key: villageKey(village, day),
				UpdateExpression: 'ADD turn :one',
				ExpressionAttributeValues: { ':one': { N: '1' } },
				ReturnValues: 'ALL_NEW',
			}),
		)
		const { turn, incoming } = Turn.parse(Attributes)
		return incoming === undefined ? { turn } : { turn, incoming }
	}

	async finish(village: string, day: string, courtyards: readonly string[], incoming: string): Promise<void> {
		await this.#client.send(
			new UpdateItemCommand({
				TableName: this.#table,
				Key: villageKey(village, day),
				UpdateExpression: 'SET courtyards = :courtyards, incoming = :incoming ADD finishes :one',
				ExpressionAttributeValues: {
					':courtyards': { SS: [...courtyards] },
					':incoming': { S: incoming },
					':one': { N: '1' },
				},
			}),
		)
	}

	async touch(village: string, day: string): Promise<void> {
		await this.#client.send(
			new UpdateItemCommand({
				TableName: this.#table,
				Key: villageKey(village, day),
				UpdateExpression: 'ADD finishes :one',
				ExpressionAttributeValues: { ':one': { N: '1' } },
			}),
		)
	}

	async finishes(from: string, to: string): Promise<Map<string, number>> {
		const items = (await this.#between(SCORED, from, `${to}$`, true)).map((item) => Finishes.parse(item))
		return new Map(items.flatMap(({ period, finishes }) => (finishes ? [[period, Number(finishes.N)]] : [])))
	}

	async finished(from: string, to: string): Promise<Map<string, Set<string>>> {
		const days = new Map<string, Set<string>>()
		// "$" comes after "#": every village of the last day.
		for (const item of await this.#between(SCORED, from, `${to}$`, false)) {
			const { period, courtyards } = Village.parse(item)
			const day = period.slice(0, period.indexOf('#'))
			const known = days.get(day) ?? new Set()
			for (const courtyard of courtyards) known.add(courtyard)
			days.set(day, known)
		}
		return days
	}

	#between(courtyard: string, from: string, to: string, isSure: boolean): Promise<Record<string, AttributeValue>[]> {
		return queryAll(this.#client, {
			TableName: this.#table,
			ConsistentRead: isSure,
			KeyConditionExpression: 'courtyard = :courtyard AND period BETWEEN :from AND :to',
			ExpressionAttributeValues: { ':courtyard': { S: courtyard }, ':from': { S: from }, ':to': { S: to } },
		})
	}
}

const villageKey = (village: string, day: string) => ({ courtyard: { S: SCORED }, period: { S: `${day}#${village}` } })
