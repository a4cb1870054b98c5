import type { KinesisStreamRecord } from 'aws-lambda'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ingestStream } from '../../../functions/ingest/ingestStream.ts'
import type { QueueRecord } from '../../../functions/ingest/openMessage.ts'
import { parseQuarantineId, quarantineId } from '../../../shared/domain/telemetry/quarantineId.ts'
import type { TelemetryQueue } from '../../../shared/ports/telemetryQueue.ts'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { bin, registryOf, toilet } from '../../doubles/township.ts'

const START = Date.parse('2026-11-23T02:00:00Z')
const registry = registryOf(toilet, bin)

type Sent = { thing: string; payload: string; at: number }

const bodyOf = ({ thing, payload, at }: Sent): string =>
	JSON.stringify({
		payload: Buffer.from(payload).toString('base64'),
		topic: `dt/sanitation/${thing}/json`,
		clientId: thing,
		receivedAt: at,
	})

/** As Lambda hands it over (Developer Guide, "Using AWS Lambda with Amazon Kinesis", example event). */
function kinesisRecord(data: string | Uint8Array, number: number, at = START): KinesisStreamRecord {
	const sequenceNumber = String(49_590_338_271_490_256n * 10n ** 39n + BigInt(number))
	const shard = 'shardId-000000000006'
	return {
		kinesis: {
			kinesisSchemaVersion: '1.0',
			partitionKey: 'toilet-1',
			sequenceNumber,
			data: Buffer.from(data).toString('base64'),
			approximateArrivalTimestamp: at / 1000,
		},
		eventSource: 'aws:kinesis',
		eventVersion: '1.0',
		eventID: `${shard}:${sequenceNumber}`,
		eventName: 'aws:kinesis:record',
		invokeIdentityArn: 'arn:aws:iam::123456789012:role/stream',
		awsRegion: 'us-east-2',
		eventSourceARN: 'arn:aws:kinesis:us-east-2:123456789012:stream/telemetry',
	}
}

/** The telemetry queue, which a test may close. */
class Queue implements TelemetryQueue {
	readonly bodies: string[] = []
	isOpen = (_body: string): boolean => true

	async send(body: string): Promise<void> {
		if (!this.isOpen(body)) throw new Error('SQS cannot be reached')
		this.bodies.push(body)
	}
}

const reading = (minute: number, ammonia = 0.2, thing = 'toilet-1'): Sent => ({
	thing,
	payload: JSON.stringify({
		at: START + minute * 60_000,
		...(thing === 'toilet-1' ? { ammonia } : { fill: 40 + ammonia }),
	}),
	at: START + minute * 60_000 + 500,
})

/** One bench whose writes of a device fail while it is said to. */
function system(now: number, failing: () => string | undefined = () => undefined) {
	const bench = new IngestBench(registry, now)
	const { telemetry } = bench
	const add = telemetry.add.bind(telemetry)
	telemetry.add = async (addition) => {
		if (addition.device === failing()) throw new Error('the table cannot be reached')
		return add(addition)
	}
	const queue = new Queue()
	const ingest = (messages: readonly QueueRecord[]) => bench.batch(messages)
	return { bench, queue, ingest, stream: (records: KinesisStreamRecord[]) => ingestStream(records, ingest, queue) }
}

const END = START + 3_000_000

describe('a batch of the stream', () => {
	test('is stored as the same messages of the queue are, whatever their order and however often they come', async () => {
		const readings = fc.array(
			fc.record({
				minute: fc.integer({ min: 0, max: 45 }),
				ammonia: fc.constantFrom(0.2, 0.9, 2),
				thing: fc.constantFrom('toilet-1', 'bin-1'),
			}),
			{ minLength: 1, maxLength: 20 },
		)
		await fc.assert(
			fc.asyncProperty(readings, fc.array(fc.nat(), { maxLength: 30 }), fc.nat({ max: 20 }), async (of, again, cut) => {
				const sent = of.map(({ minute, ammonia, thing }) => reading(minute, ammonia, thing))
				const queued = system(END)
				await queued.ingest(sent.map((one, i) => ({ messageId: `m-${i}`, body: bodyOf(one) })))

				const streamed = system(END)
				const records = [...sent.keys(), ...again.map((n) => n % sent.length)]
					.reverse()
					.map((n) => kinesisRecord(bodyOf(sent[n] as Sent), n, sent[n]?.at))
				for (const batch of [records.slice(0, cut), records.slice(cut)])
					expect((await streamed.stream(batch)).heldUp).toEqual([])
				expect(streamed.bench.facts()).toBe(queued.bench.facts())
			}),
		)
	})

	test('one record that nobody can read is kept in quarantine and the others are stored', async () => {
		const { bench, stream, queue } = system(END)
		const bad = [
			kinesisRecord(new Uint8Array([0, 255, 254]), 1),
			kinesisRecord(bodyOf({ ...reading(1), payload: '{' }), 2),
		]
		const { heldUp, report } = await stream([
			kinesisRecord(bodyOf(reading(0)), 0),
			...bad,
			kinesisRecord(bodyOf(reading(5)), 3),
		])
		expect({ heldUp, queue: queue.bodies, readings: report.readings }).toEqual({ heldUp: [], queue: [], readings: 2 })
		expect([...bench.quarantine.values()].map(({ faults }) => faults[0]?.code)).toEqual(['bad-message', 'not-json'])
	})

	test('a refused record has an id that fits into an address, so that staff can have it replayed', async () => {
		const { bench, stream } = system(END)
		await stream([kinesisRecord('no message', 7)])
		const [entry] = bench.quarantine.values()
		expect(entry && parseQuarantineId(quarantineId(entry))).toEqual({ receivedAt: END, id: entry?.id })
	})

	test('says how long its oldest record had waited', async () => {
		const { stream } = system(END)
		const records = [30_000, 90_000].map((age, i) => kinesisRecord(bodyOf(reading(i)), i, END - age))
		expect((await stream(records)).report.oldestMs).toBe(90_000)
	})
})

describe('a record that fails through a fault of ours', () => {
	const batch = () => [
		kinesisRecord(bodyOf(reading(0)), 0),
		kinesisRecord(bodyOf(reading(1, 0.3, 'bin-1')), 1),
		kinesisRecord(bodyOf(reading(5)), 2),
	]

	test('goes to the queue as it came, and holds up nobody', async () => {
		const { bench, queue, stream } = system(END, () => 'bin-1')
		expect((await stream(batch())).heldUp).toEqual([])
		expect(queue.bodies).toEqual([bodyOf(reading(1, 0.3, 'bin-1'))])
		expect([...bench.telemetry.items.keys()]).toEqual(['toilet-1 2026-11-23T02'])
	})

	test('is stored from the queue when the fault has passed, as if nothing had been', async () => {
		let isDown = true
		const { bench, queue, stream, ingest } = system(END, () => (isDown ? 'bin-1' : undefined))
		await stream(batch())
		isDown = false
		await ingest(queue.bodies.map((body, i) => ({ messageId: `again-${i}`, body })))
		const undisturbed = system(END)
		await undisturbed.stream(batch())
		expect(bench.facts()).toBe(undisturbed.bench.facts())
	})

	test('holds up its shard only where the queue cannot be reached: the first of them is told, by its number', async () => {
		const { queue, stream } = system(END, () => 'toilet-1')
		const [first, , last] = batch()
		queue.isOpen = () => false
		// Sequence numbers are numbers, not text: 9 comes before 10.
		const [nine, ten] = [9, 10].map((n) => kinesisRecord(bodyOf(reading(n)), n))
		const { heldUp } = await stream([ten, last, nine, first].filter((one) => one !== undefined))
		expect(heldUp.map(({ sequenceNumber }) => sequenceNumber)).toEqual(
			[first, last, nine, ten].map((one) => one?.kinesis.sequenceNumber),
		)
		expect(heldUp[0]?.error).toEqual(new Error('SQS cannot be reached'))
	})

	test('tried again by the stream after all, changes nothing of what was stored before', async () => {
		let isDown = true
		const { bench, queue, stream } = system(END, () => (isDown ? 'bin-1' : undefined))
		queue.isOpen = () => false
		const records = batch()
		const { heldUp } = await stream(records)
		isDown = false
		// Lambda comes back with the record that was told and all that lie behind it.
		const from = records.findIndex(({ kinesis }) => kinesis.sequenceNumber === heldUp[0]?.sequenceNumber)
		await stream(records.slice(from))
		const undisturbed = system(END)
		await undisturbed.stream(records)
		expect(bench.facts()).toBe(undisturbed.bench.facts())
	})
})
