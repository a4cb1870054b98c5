import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openQueues } from '../../../infra/local/queue/openQueues.ts'
import { StartError } from '../../../infra/local/startError.ts'
import { deadLetters, handClock, queuesFor, telemetry } from './queueFixture.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const one = { max: 1 }

describe('visibility', () => {
	test('a received message is hidden until its visibility timeout ends, then comes again with a higher count', async () => {
		const clock = handClock()
		const queues = queuesFor(undefined, clock.now)
		const id = await queues.send('telemetry', 'reading')
		const [first] = await queues.receive('telemetry', one)
		expect(first).toMatchObject({ messageId: id, body: 'reading', receiveCount: 1, sentAt: clock.now() })
		clock.pass(29)
		expect(await queues.receive('telemetry', one)).toEqual([])
		clock.pass(1)
		const [second] = await queues.receive('telemetry', one)
		expect(second).toMatchObject({ messageId: id, receiveCount: 2, firstReceivedAt: clock.now() - 30_000 })
		expect(second?.receiptHandle).not.toBe(first?.receiptHandle)
	})

	test('the handle of an earlier receive deletes nothing, the latest one does', async () => {
		const clock = handClock()
		const queues = queuesFor(undefined, clock.now)
		await queues.send('telemetry', 'reading')
		const [first] = await queues.receive('telemetry', one)
		clock.pass(30)
		const [second] = await queues.receive('telemetry', one)
		expect(await queues.delete('telemetry', first?.receiptHandle ?? '')).toBe('stale')
		expect(queues.counts('telemetry')).toMatchObject({ inFlight: 1 })
		expect(await queues.delete('telemetry', second?.receiptHandle ?? '')).toBe('done')
		expect(queues.counts('telemetry')).toEqual({ visible: 0, inFlight: 0, delayed: 0 })
		expect(await queues.delete('telemetry', 'nonsense')).toBe('invalid')
	})

	test('a visibility of 0 gives the message back at once, and does not give it twice in one receive', async () => {
		const queues = queuesFor()
		await queues.send('telemetry', 'reading')
		const [received] = await queues.receive('telemetry', one)
		expect(await queues.changeVisibility('telemetry', received?.receiptHandle ?? '', 0)).toBe('done')
		expect(await queues.receive('telemetry', { max: 10, visibilityTimeout: 0 })).toHaveLength(1)
	})

	test('a delayed message is neither visible nor in flight until its delay ends', async () => {
		const clock = handClock()
		const queues = queuesFor([{ ...deadLetters, delaySeconds: 5 }], clock.now)
		await queues.send('dead-letters', 'later')
		expect(queues.counts('dead-letters')).toMatchObject({ visible: 0, inFlight: 0, delayed: 1 })
		clock.pass(5)
		expect(await queues.receive('dead-letters', one)).toHaveLength(1)
	})

	test('a batch ends before it exceeds its bytes, but one message always comes', async () => {
		const queues = queuesFor()
		await queues.sendBatch(
			'telemetry',
			['a', 'b', 'c'].map((letter) => ({ body: letter.repeat(100) })),
		)
		expect(await queues.receive('telemetry', { max: 10, maxBytes: 250 })).toHaveLength(2)
		expect(await queues.receive('telemetry', { max: 10, maxBytes: 10 })).toHaveLength(1)
	})
})

describe('long polling', () => {
	test('a waiting receiver gets a message as soon as it is sent', async () => {
		const queues = queuesFor()
		const waiting = queues.receive('telemetry', { max: 1, waitTimeSeconds: 20 })
		await new Promise((resolve) => setTimeout(resolve, 20))
		const before = performance.now()
		await queues.send('telemetry', 'reading')
		expect(await waiting).toHaveLength(1)
		expect(performance.now() - before).toBeLessThan(500)
	})

	test('a waiting receiver gets a message whose visibility timeout ends meanwhile', async () => {
		const queues = queuesFor()
		await queues.send('telemetry', 'reading')
		await queues.receive('telemetry', { max: 1, visibilityTimeout: 1 })
		expect(await queues.receive('telemetry', { max: 1, waitTimeSeconds: 20 })).toMatchObject([{ receiveCount: 2 }])
	})

	test('a receiver that hangs up takes nothing', async () => {
		const queues = queuesFor()
		const gone = new AbortController()
		const waiting = queues.receive('telemetry', { max: 1, waitTimeSeconds: 20, signal: gone.signal })
		gone.abort()
		expect(await waiting).toEqual([])
		await queues.send('telemetry', 'reading')
		expect(queues.counts('telemetry')).toMatchObject({ visible: 1 })
	})
})

describe('redrive and retention', () => {
	test('a message received too often moves to the dead-letter queue with its id, count and time of sending', async () => {
		const clock = handClock()
		const queues = queuesFor(undefined, clock.now)
		const sentAt = clock.now()
		const id = await queues.send('telemetry', 'poison')
		for (let receive = 1; receive <= 2; receive += 1) {
			expect(await queues.receive('telemetry', one)).toHaveLength(1)
			clock.pass(30)
		}
		await queues.send('telemetry', 'sound')
		expect(await queues.receive('telemetry', one)).toMatchObject([{ body: 'sound' }])
		expect(await queues.receive('dead-letters', one)).toMatchObject([
			{ messageId: id, body: 'poison', sentAt, receiveCount: 3, deadLetterSourceArn: telemetry.arn },
		])
	})

	test('a message older than its retention is never received', async () => {
		const clock = handClock()
		const queues = queuesFor([{ ...deadLetters, retentionSeconds: 60 }], clock.now)
		await queues.send('dead-letters', 'old')
		clock.pass(59)
		await queues.send('dead-letters', 'young')
		clock.pass(1)
		expect(await queues.receive('dead-letters', { max: 10 })).toMatchObject([{ body: 'young' }])
	})

	test('purge removes what is visible, delayed and in flight', async () => {
		const queues = queuesFor()
		await queues.sendBatch('telemetry', [{ body: 'a' }, { body: 'b' }, { body: 'c', delaySeconds: 60 }])
		await queues.receive('telemetry', one)
		expect(await queues.purge('telemetry')).toBe(3)
	})
})

describe('restart', () => {
	test('messages survive a restart; those in flight are visible at once and lose no attempt, delayed ones stay delayed', async () => {
		const file = join(temporaryFolder(), 'queue.sqlite')
		const before = queuesFor(undefined, undefined, file)
		const attributes = { topic: { DataType: 'String', StringValue: 'dt/sanitation/t1/json' } }
		await before.send('telemetry', 'in flight', attributes)
		const [old] = await before.receive('telemetry', one)
		await before.sendBatch('telemetry', [{ body: 'waiting' }, { body: 'delayed', delaySeconds: 600 }])
		before.close()
		const after = queuesFor(undefined, undefined, file)
		const received = await after.receive('telemetry', { max: 10 })
		expect(received.map(({ body, receiveCount }) => [body, receiveCount]).sort()).toEqual([
			['in flight', 1],
			['waiting', 1],
		])
		expect(received.find(({ body }) => body === 'in flight')?.attributes).toEqual(attributes)
		expect(after.counts('telemetry')).toMatchObject({ delayed: 1 })
		expect(await after.delete('telemetry', old?.receiptHandle ?? '')).toBe('stale')
	})

	test('a file in use by another process, or not ours, stops the start with the cause', () => {
		const file = join(temporaryFolder(), 'queue.sqlite')
		queuesFor(undefined, undefined, file)
		expect(() => openQueues(file, [telemetry, deadLetters])).toThrow(/in use by another process/)
		expect(() => openQueues(temporaryFolder(), [telemetry, deadLetters])).toThrow(StartError)
	})

	test('a dead-letter queue that does not exist stops the start', () => {
		expect(() => openQueues(join(temporaryFolder(), 'queue.sqlite'), [telemetry])).toThrow(/dead-letters/)
	})
})
