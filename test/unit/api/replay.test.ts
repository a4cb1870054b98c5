import { beforeEach, describe, expect, test } from 'vitest'
import { decoders } from '../../../devices/codecs/decoders.ts'
import { listQuarantine } from '../../../functions/api/quarantine/quarantine.ts'
import { summarizeQuarantine } from '../../../functions/api/quarantine/quarantineSummary.ts'
import { replayEntry, replayGroup } from '../../../functions/api/quarantine/replayQuarantine.ts'
import { decodersFor, openMessage, readEnvelope } from '../../../functions/ingest/openMessage.ts'
import { TelemetryMessage } from '../../../shared/contract/telemetry/telemetryMessage.ts'
import { deviceBook } from '../../../shared/domain/registry/deviceBook.ts'
import { quarantineId } from '../../../shared/domain/telemetry/quarantineId.ts'
import type { Quarantined } from '../../../shared/ports/quarantine.ts'
import { MemoryQuarantine } from '../../doubles/memoryQuarantine.ts'

const NOW = Date.parse('2026-11-23T06:12:00Z')
const person = { id: 'u-1', name: '李主任' }

let quarantine: MemoryQuarantine
let sent: string[]
let failing: boolean
const ports = {
	get quarantine() {
		return quarantine
	},
	queue: {
		send: async (body: string): Promise<void> => {
			if (failing) throw new Error('the queue is away')
			sent.push(body)
		},
	},
	now: () => NOW,
}
beforeEach(() => {
	quarantine = new MemoryQuarantine({ headsARead: 3, mostBytes: 100 })
	sent = []
	failing = false
})

const refused = (id: string, changes: Partial<Quarantined> = {}): Quarantined => ({
	id,
	receivedAt: NOW - 60_000,
	topic: 'dt/sanitation/toilet-1/json',
	thing: 'toilet-1',
	faults: [{ code: 'unregistered', device: 'toilet-1' }],
	payload: Buffer.from('{"ammonia": 0.2}'),
	expires: NOW / 1000 + 60,
	...changes,
})
const keep = async (id: string, changes: Partial<Quarantined> = {}): Promise<string> => {
	const message = refused(id, changes)
	await quarantine.keep(message)
	return quarantineId(message)
}

describe('a replay', () => {
	test('puts the message on the queue as it first came, and says of which entry it is', async () => {
		const id = await keep('a')
		expect(await replayEntry(ports, person, id)).toEqual({
			status: 200,
			body: { id, replayed: { at: '2026-11-23T06:12:00.000Z', by: person } },
		})
		expect(sent.map((body) => TelemetryMessage.parse(JSON.parse(body)))).toEqual([
			{
				payload: Buffer.from('{"ammonia": 0.2}').toString('base64'),
				topic: 'dt/sanitation/toilet-1/json',
				receivedAt: NOW - 60_000,
				replayOf: id,
			},
		])
		const envelope = readEnvelope({ messageId: 'new', body: sent[0] ?? '' }, NOW)
		const loaded = await decodersFor([envelope], decoders)
		const opened = openMessage(envelope, loaded, [], deviceBook(new Map()))
		expect(opened.decoded.readings).toEqual([{ device: 'toilet-1', at: NOW - 60_000, values: { ammonia: 0.2 } }])
	})

	test('is remembered with who did it and when, and the entry stays', async () => {
		await keep('a')
		await replayEntry(ports, person, quarantineId(refused('a')))
		expect(await listQuarantine(ports, { limit: 10 })).toMatchObject({
			body: { entries: [{ replayed: { at: '2026-11-23T06:12:00.000Z', by: person } }] },
		})
	})

	test('that the queue did not take leaves the entry open', async () => {
		const id = await keep('a')
		failing = true
		await expect(replayEntry(ports, person, id)).rejects.toThrow('the queue is away')
		expect(await summarizeQuarantine(ports, {})).toMatchObject({ body: { groups: [{ open: 1 }] } })
	})

	test('of a payload that was not kept whole is refused with the reason', async () => {
		const id = await keep('a', { payload: new Uint8Array(150) })
		expect(await replayEntry(ports, person, id)).toMatchObject({
			status: 409,
			detail: 'Only the first 100 of 150 bytes were kept: it cannot be replayed.',
		})
		expect(sent).toEqual([])
	})

	test('of a queue message that no rule had made puts its text back', async () => {
		const faults = [{ code: 'bad-message' as const }]
		const id = await keep('a', { topic: '', thing: '', faults, payload: Buffer.from('{"half":') })
		await replayEntry(ports, person, id)
		expect(sent).toEqual(['{"half":'])
	})

	test.each(['1-nothing', 'nonsense', ''])('of %j, which is not there, says so', async (id) => {
		expect((await replayEntry(ports, person, id)).status).toBe(404)
	})
})

describe('a replay of a group', () => {
	const group = { device: 'toilet-1', reason: 'unregistered' as const }

	test('takes all that is open of the device and the reason, and nothing else', async () => {
		for (const id of ['a', 'b', 'c', 'd', 'e']) await keep(id)
		await keep('other-device', { faults: [{ code: 'unregistered', device: 'toilet-2' }] })
		await keep('other-reason', { faults: [{ code: 'too-late', device: 'toilet-1' }] })
		await replayEntry(ports, person, quarantineId(refused('c')))
		sent = []
		expect(await replayGroup(ports, person, group)).toMatchObject({ body: { replayed: 4, impossible: [] } })
		expect(sent.map((body) => JSON.parse(body).replayOf).sort()).toEqual(
			['a', 'b', 'd', 'e'].map((id) => quarantineId(refused(id))),
		)
	})

	test('done again, has nothing left to do', async () => {
		await keep('a')
		await replayGroup(ports, person, group)
		sent = []
		expect(await replayGroup(ports, person, group)).toEqual({ status: 200, body: { replayed: 0, impossible: [] } })
		expect(sent).toEqual([])
	})

	test('names the entries it could not replay', async () => {
		await keep('a')
		const long = await keep('b', { payload: new Uint8Array(150) })
		expect(await replayGroup(ports, person, group)).toMatchObject({
			body: { replayed: 1, impossible: [{ id: long, detail: expect.stringContaining('150 bytes') }] },
		})
	})

	test('of more than 500 goes on where the call before ended', async () => {
		quarantine = new MemoryQuarantine({ headsARead: 1000 })
		for (let i = 0; i < 501; i += 1) await keep(`m-${i}`)
		const first = await replayGroup(ports, person, group)
		expect(first).toMatchObject({ body: { replayed: 500, next: expect.any(String) } })
		const { next } = ('body' in first ? first.body : {}) as { next: string }
		expect(await replayGroup(ports, person, { ...group, before: next })).toEqual({
			status: 200,
			body: { replayed: 1, impossible: [] },
		})
		expect(new Set(sent).size).toBe(501)
	})

	test('from a place that is none is refused', async () => {
		expect(await replayGroup(ports, person, { ...group, before: 'x' })).toMatchObject({ errors: [{ field: 'before' }] })
	})
})

test('a message that was refused again says of which entry it is the replay', async () => {
	const first = await keep('a')
	await keep('b', { replayOf: first })
	expect(await listQuarantine(ports, { limit: 1 })).toMatchObject({ body: { entries: [{ replayOf: first }] } })
})

test('the summary names group, example and reason in both languages, and counts the open ones', async () => {
	await keep('a')
	await keep('b', { receivedAt: NOW - 30_000 })
	await replayEntry(ports, person, quarantineId(refused('a')))
	expect(await summarizeQuarantine(ports, {})).toEqual({
		status: 200,
		body: {
			groups: [
				{
					device: 'toilet-1',
					reason: 'unregistered',
					messages: 2,
					open: 1,
					firstAt: '2026-11-23T06:11:00.000Z',
					lastAt: '2026-11-23T06:11:30.000Z',
					example: `${NOW - 30_000}-b`,
					text: { zh: '设备 toilet-1 没有登记', en: 'the device toilet-1 is not registered' },
				},
			],
		},
	})
})

test('a summary of more than one call can read says where to go on', async () => {
	quarantine = new MemoryQuarantine({ headsARead: 1 })
	for (let i = 0; i < 31; i += 1) await keep(`m-${i}`, { receivedAt: NOW - i * 1000 })
	expect(await summarizeQuarantine(ports, {})).toMatchObject({
		body: { groups: [{ messages: 30 }], next: `${NOW - 29_000}-m-29` },
	})
	const before = { receivedAt: NOW - 29_000, id: 'm-29' }
	expect(await summarizeQuarantine(ports, { before })).toMatchObject({ body: { groups: [{ messages: 1 }] } })
})
