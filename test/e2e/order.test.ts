import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDevice } from '../../infra/local/cli/addDevice.ts'
import { Device } from '../../shared/contract/registry/registry.ts'
import { type Aws, awsOf } from './aws.ts'
import { connected } from './clients.ts'
import { emptyOnFreePorts, type StartedEdition, startEdition } from './edition.ts'
import { factsOf } from './facts.ts'

let edition: StartedEdition
let aws: Aws
beforeAll(async () => {
	edition = await startEdition(await mkdtemp(join(tmpdir(), 'order-')), ...emptyOnFreePorts)
	aws = awsOf(edition.running)
})
afterAll(async () => {
	aws?.close()
	await edition?.end()
	await rm(edition.dataFolder, { recursive: true, force: true })
})

const minute = 60_000
/** Ammonia every five minutes; one alarm that ends, a gap in which the device is silent, one alarm that goes on. */
const ammonia = [0.2, 0.3, 5, 4.5, 5, 0.4, 0.2, 0.1, null, null, null, null, 0.3, 2, 2.5, 0.1, 6, 7, 6.5]
const startAt = Date.now() - 100 * minute
const stream = ammonia.flatMap((value, i) =>
	value === null ? [] : [{ at: startAt + i * 5 * minute, ammonia: value, battery: 80 }],
)

/** Adds a device and sends the messages in their order, each as JSON and with its acknowledgement awaited. */
const send = async (id: string, messages: readonly unknown[]): Promise<string> => {
	const name = { zh: id, en: id }
	await addDevice(edition.dataFolder, edition.running, Device.parse({ id, kind: 'toilet', courtyard: 'yard', name }))
	const client = await connected(edition, id)
	for (const message of messages)
		await client.publishAsync(`dt/sanitation/${id}/json`, JSON.stringify(message), { qos: 1 })
	await client.endAsync()
	return id
}
const idOf = (what: string): string => `${what}-${randomUUID().slice(0, 8)}`
/** Shuffled by fast-check with a seed that a failure prints. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const shuffled = <Item>(items: readonly Item[], nth: number): Item[] =>
	fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed: seed + nth, numRuns: 1 }).flat()

it(`a stream gives the same tables in any order, thrice over, and packed (SEED=${seed})`, async () => {
	const inOrder = await send(idOf('inorder'), stream)
	const thrice = stream.flatMap((reading) => [reading, reading, reading])
	const others = await Promise.all([
		send(idOf('reverse'), stream.toReversed()),
		send(idOf('thrice'), thrice),
		send(idOf('shuffled'), shuffled(thrice, 1)),
		send(idOf('again'), shuffled(thrice, 2)),
		send(idOf('packed'), [stream.slice(9).toReversed(), stream.slice(0, 11)]),
		inParts(idOf('parts'), shuffled(stream, 3)),
	])
	await aws.drained()
	const expected = await factsOf(aws, inOrder)
	expect(expected.hours.flatMap(({ readings }) => readings)).toHaveLength(stream.length)
	expect(expected.hours.map(({ alarms }) => alarms).join()).toContain('"silent"')
	expect(expected.tasks.map(({ state }) => state)).toEqual(['verified', 'raised'])
	for (const other of others) expect(await factsOf(aws, other), other).toEqual(expected)
	expect(await aws.waiting('deadLetter')).toBe(0)
})

/** A few at a time, each part worked off before the next: every alarm is judged again and again by what came late. */
const inParts = async (id: string, messages: readonly unknown[]): Promise<string> => {
	for (let i = 0; i < messages.length; i += 3) {
		await send(id, messages.slice(i, i + 3))
		await aws.drained()
	}
	return id
}
