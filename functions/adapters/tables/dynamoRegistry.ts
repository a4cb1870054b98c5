import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import {
	Courtyard,
	Device,
	type RegistryImport,
	Township,
	Village,
} from '../../../shared/contract/registry/registry.ts'
import type * as z from '../../../shared/contract/zod.ts'
import { byEffect } from '../../../shared/domain/profile/byEffect.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { profileOn } from '../../../shared/domain/profile/inForce.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import type { Registry, RegistryReader, RegistryWriter } from '../../../shared/ports/registry.ts'
import { readProfiles } from './dynamoProfiles.ts'
import { queryAll } from './dynamoQuery.ts'
import { readShelves } from './dynamoShelves.ts'
import { raiseRevision, readRevision } from './registryRevision.ts'

/** How old the known registry may be before its revision is looked at again. */
const CHECK_EVERY_MS = 240_000
const RECENT_MS = 10_000

/** An alarm that cleared up to two hours ago can still be news, a shelf that ended a day ago be settled. */
const ENDED_SHELVES_MS = 2 * 86_400_000

/**
 * The registry in DynamoDB, one partition for each sort of entry. Every Lambda keeps the whole of it in memory and, at
 * most every four minutes and before a task is made, reads one small item to see whether it changed: half a read unit instead of one for each
 * device and reading.
 */
export class DynamoRegistry implements RegistryReader, RegistryWriter {
	readonly #client: DynamoDBClient
	readonly #table: string
	readonly #now: () => number
	readonly #checkEvery: number
	#known: { registry: Registry; revision: number; checkedAt: number } | undefined

	/** @param checkEvery milliseconds; people who have just changed something look sooner than a stream of readings */
	constructor(client: DynamoDBClient, table: string, now: () => number, checkEvery = CHECK_EVERY_MS) {
		this.#client = client
		this.#table = table
		this.#now = now
		this.#checkEvery = checkEvery
	}

	current(): Promise<Registry> {
		return this.#notOlderThan(this.#checkEvery)
	}

	recent(): Promise<Registry> {
		return this.#notOlderThan(Math.min(RECENT_MS, this.#checkEvery))
	}

	/** Not spared even when the last look was a moment ago: a device may be added and heard within it. */
	refreshed(): Promise<Registry> {
		return this.#notOlderThan(0)
	}

	async put(entries: RegistryImport): Promise<void> {
		await this.#putAll('township', entries.townships)
		await this.#putAll('village', entries.villages)
		await this.#putAll('courtyard', entries.courtyards)
		await this.#putAll('device', entries.devices)
		await raiseRevision(this.#client, this.#table)
		this.#known = undefined
	}

	async #notOlderThan(age: number): Promise<Registry> {
		const known = this.#known
		const checkedAt = this.#now()
		if (known && checkedAt - known.checkedAt < age) return inForceAt(known, checkedAt)
		const revision = await readRevision(this.#client, this.#table, age === 0)
		if (known && known.revision === revision) {
			known.checkedAt = checkedAt
			return inForceAt(known, checkedAt)
		}
		const registry = await this.#read(checkedAt)
		this.#known = { registry, revision, checkedAt }
		return registry
	}

	async #read(at: number): Promise<Registry> {
		const [townships, villages, courtyards, devices, records, shelves] = await Promise.all([
			this.#all('township', Township),
			this.#all('village', Village),
			this.#all('courtyard', Courtyard),
			this.#all('device', Device),
			readProfiles(this.#client, this.#table),
			readShelves(this.#client, this.#table, at - ENDED_SHELVES_MS),
		])
		const profiles = byEffect(records, defaultProfile)
		return {
			townships,
			villages,
			courtyards,
			devices,
			profile: profileOn(profiles, shanghaiDay(at)),
			profiles,
			shelves,
		}
	}

	async #all<T extends { id: string }>(sort: string, schema: z.ZodMiniType<T>): Promise<Map<string, T>> {
		const entries = new Map<string, T>()
		const items = await queryAll(this.#client, {
			TableName: this.#table,
			ConsistentRead: true,
			KeyConditionExpression: 'pk = :sort',
			ExpressionAttributeValues: { ':sort': { S: sort } },
		})
		for (const item of items) {
			const { pk: _pk, sk: _sk, ...entry } = unmarshall(item)
			const parsed = schema.parse(entry)
			entries.set(parsed.id, parsed)
		}
		return entries
	}

	async #putAll(sort: string, entries: readonly { id: string }[]): Promise<void> {
		for (const entry of entries) {
			const Item = marshall({ ...entry, pk: sort, sk: entry.id }, { removeUndefinedValues: true })
			await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }))
		}
	}
}

/** A new day may bring another profile into force, without a change of the registry. */
function inForceAt(known: { registry: Registry }, at: number): Registry {
	const profile = profileOn(known.registry.profiles, shanghaiDay(at))
	if (profile !== known.registry.profile) known.registry = { ...known.registry, profile }
	return known.registry
}
