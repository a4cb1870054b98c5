import { setTimeout as wait } from 'node:timers/promises'
import type { SQSEvent } from 'aws-lambda'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type EventSourceOptions, startEventSource } from '../../../infra/local/lambda/eventSourceMapping.ts'
import type { Invoke, InvokeResult } from '../../../infra/local/lambda/invokeResult.ts'
import { functionOf } from './functionFixture.ts'
import { deadLetters, queuesFor, telemetry } from './queueFixture.ts'

const succeed: InvokeResult = { ok: true, payload: null }

/** The queue with an event source whose function is `answer`; dead letters after 2 receives. */
const mapping = (
	answer: (event: SQSEvent) => Promise<InvokeResult> | InvokeResult,
	{ visibilityTimeout = 1, ...options }: Partial<EventSourceOptions> & { visibilityTimeout?: number } = {},
) => {
	const service = queuesFor([{ ...telemetry, visibilityTimeout }, deadLetters])
	const events: SQSEvent[] = []
	const lines: string[] = []
	const invoke: Invoke = async (event) => {
		events.push(event as SQSEvent)
		return answer(event as SQSEvent)
	}
	const start = () => {
		const source = startEventSource({
			queue: 'telemetry',
			queueArn: telemetry.arn,
			service,
			invoke,
			batchSize: 10,
			maximumBatchingWindowInSeconds: 0,
			functionResponseTypes: ['ReportBatchItemFailures'],
			region: 'us-east-1',
			log: (line) => lines.push(line),
			...options,
		})
		onTestFinished(() => source.close())
		return source
	}
	const sendMany = (count: number) =>
		service.sendBatch(
			'telemetry',
			Array.from({ length: count }, (_, index) => ({ body: `body ${index}` })),
		)
	return { service, events, lines, start, sendMany }
}

const empty = { visible: 0, inFlight: 0, delayed: 0 }

test('a message arrives as the event that Lambda would give, and is deleted after success', async () => {
	const { service, events, start } = mapping(() => succeed)
	start()
	const attributes = { topic: { DataType: 'String', StringValue: 'dt/a' } }
	const messageId = await service.send('telemetry', 'reading', attributes)
	await expect.poll(() => service.counts('telemetry')).toEqual(empty)
	expect(events).toEqual([
		{
			Records: [
				{
					messageId,
					receiptHandle: expect.any(String),
					body: 'reading',
					attributes: {
						ApproximateReceiveCount: '1',
						SentTimestamp: expect.stringMatching(/^\d{13}$/),
						SenderId: expect.any(String),
						ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
					},
					messageAttributes: {
						topic: { stringValue: 'dt/a', stringListValues: [], binaryListValues: [], dataType: 'String' },
					},
					md5OfBody: 'eceadc1d40cea061fd5986f2a109ee93',
					eventSource: 'aws:sqs',
					eventSourceARN: telemetry.arn,
					awsRegion: 'us-east-1',
				},
			],
		},
	])
})

test('an idle queue hands a message over within a few milliseconds', async () => {
	let arrived: () => void = () => {}
	const { service, start } = mapping(() => {
		arrived()
		return succeed
	})
	start()
	const latencies: number[] = []
	for (let round = 0; round < 20; round += 1) {
		await new Promise((resolve) => setTimeout(resolve, 5))
		const before = performance.now()
		const arrival = new Promise<void>((resolve) => {
			arrived = resolve
		})
		await service.send('telemetry', 'reading')
		await arrival
		latencies.push(performance.now() - before)
	}
	expect(latencies.toSorted((a, b) => a - b)[10]).toBeLessThan(20)
})

describe('batches', () => {
	test('a backlog comes in full batches', async () => {
		const { service, events, start, sendMany } = mapping(() => succeed, { batchSize: 100 })
		await sendMany(250)
		start()
		await expect.poll(() => service.counts('telemetry')).toEqual(empty)
		expect(events.map(({ Records }) => Records.length)).toEqual([100, 100, 50])
	})

	const window = { batchSize: 20, maximumBatchingWindowInSeconds: 1, visibilityTimeout: 30 }

	test('the window gathers what comes one by one, and neither a full batch nor a quiet queue waits for its end', async () => {
		const { service, events, start, sendMany } = mapping(() => succeed, window)
		start()
		const before = performance.now()
		for (let index = 0; index < 5; index += 1) {
			await service.send('telemetry', 'one')
			await wait(20)
		}
		await expect.poll(() => events.length).toBe(1)
		expect(performance.now() - before).toBeLessThan(900)
		expect(events[0]?.Records).toHaveLength(5)
		const again = performance.now()
		await service.send('telemetry', 'one')
		await sendMany(19)
		await expect.poll(() => events.length).toBe(2)
		expect(performance.now() - again).toBeLessThan(800)
		expect(events[1]?.Records).toHaveLength(20)
	})

	test('a window ends though messages go on coming', async () => {
		const { service, events, start } = mapping(() => succeed, { ...window, batchSize: 1000 })
		start()
		const before = performance.now()
		while (events.length === 0 && performance.now() - before < 5000) {
			await service.send('telemetry', 'one')
			await wait(20)
		}
		expect(performance.now() - before).toBeGreaterThan(900)
		expect(performance.now() - before).toBeLessThan(2000)
	})

	test('a batch ends before its event is too large for Lambda', async () => {
		const { service, events, start } = mapping(() => succeed, {
			batchSize: 100,
			maximumBatchingWindowInSeconds: 1,
			visibilityTimeout: 30,
		})
		await service.sendBatch(
			'telemetry',
			Array.from({ length: 8 }, () => ({ body: '"'.repeat(1_000_000) })),
		)
		start()
		await expect.poll(() => service.counts('telemetry'), { timeout: 5000 }).toEqual(empty)
		for (const event of events) expect(JSON.stringify(event).length).toBeLessThan(6 * 1024 * 1024)
	})

	test('batches are worked on one after the other, and beside one that hangs', async () => {
		let inWork = 0
		let most = 0
		let isHanging = true
		const { service, start, sendMany } = mapping(
			async ({ Records }) => {
				inWork += 1
				most = Math.max(most, inWork)
				while (isHanging && Records.some(({ body }) => body === 'hangs')) await wait(10)
				await wait(20)
				inWork -= 1
				return succeed
			},
			{ patienceMs: 300, visibilityTimeout: 30 },
		)
		await sendMany(50)
		start()
		await expect.poll(() => service.counts('telemetry')).toEqual(empty)
		expect(most).toBe(1)
		await service.send('telemetry', 'hangs')
		await expect.poll(() => inWork).toBe(1)
		await service.send('telemetry', 'reading')
		await expect
			.poll(() => service.counts('telemetry'))
			.toEqual({ ...empty, inFlight: 1, oldestAgeSeconds: expect.any(Number) })
		expect(most).toBe(2)
		isHanging = false
		await expect.poll(() => service.counts('telemetry')).toEqual(empty)
	})

	test('no more batches are in work than the concurrency allows', async () => {
		let inWork = 0
		let most = 0
		const { service, start, sendMany } = mapping(
			async () => {
				inWork += 1
				most = Math.max(most, inWork)
				await new Promise((resolve) => setTimeout(resolve, 20))
				inWork -= 1
				return succeed
			},
			{ maximumConcurrency: 3 },
		)
		await sendMany(100)
		start()
		await expect.poll(() => service.counts('telemetry')).toEqual(empty)
		expect(most).toBe(3)
	})
})

describe('failures', () => {
	test('only the messages named as failed come again, and end on the dead-letter queue', async () => {
		const { service, events, start, sendMany } = mapping(({ Records }) => ({
			ok: true,
			payload: {
				batchItemFailures: Records.filter(({ body }) => body === 'body 3').map(({ messageId }) => ({
					itemIdentifier: messageId,
				})),
			},
		}))
		await sendMany(10)
		start()
		await expect.poll(() => service.counts('dead-letters').visible, { timeout: 5000 }).toBe(1)
		expect(events.map(({ Records }) => Records.length)).toEqual([10, 1])
		expect(events[1]?.Records[0]).toMatchObject({ body: 'body 3', attributes: { ApproximateReceiveCount: '2' } })
		expect(service.counts('telemetry')).toEqual(empty)
	})

	test('after a time-out of a real function the whole batch comes again', async () => {
		const ingest = functionOf(
			`let first = true
			export const handler = async (event) => {
				if (event.Records[0].attributes.ApproximateReceiveCount === '1') await new Promise(() => {})
			}`,
			{ timeoutSeconds: 2 },
		)
		const { service, events, lines, start, sendMany } = mapping((event) => ingest.invoke(event), {
			// Longer than the function may take, as Lambda asks: else the batch comes again while it is still worked on.
			visibilityTimeout: 4,
		})
		await sendMany(3)
		start()
		await expect.poll(() => service.counts('telemetry'), { timeout: 30_000 }).toEqual(empty)
		expect(events.map(({ Records }) => Records.length)).toEqual([3, 3])
		expect(lines).toEqual([expect.stringMatching(/batch of 3 failed.*timed out after 2\.00 seconds/)])
		expect(service.counts('dead-letters')).toEqual(empty)
	})

	test('an answer that cannot be trusted deletes nothing', async () => {
		const { service, start, sendMany } = mapping(() => ({
			ok: true,
			payload: { batchItemFailures: [{ itemIdentifier: '' }] },
		}))
		await sendMany(2)
		start()
		await expect.poll(() => service.counts('telemetry').inFlight).toBe(2)
	})

	test('without ReportBatchItemFailures any answer is a success', async () => {
		const { service, start, sendMany } = mapping(
			() => ({ ok: true, payload: { batchItemFailures: [{ itemIdentifier: '' }] } }),
			{ functionResponseTypes: [] },
		)
		await sendMany(2)
		start()
		await expect.poll(() => service.counts('telemetry')).toEqual(empty)
	})
})

test('closing finishes the batch in work and takes no other', async () => {
	let finish: () => void = () => {}
	const { service, events, start, sendMany } = mapping(
		() =>
			new Promise((resolve) => {
				finish = () => resolve(succeed)
			}),
		{ maximumConcurrency: 1 },
	)
	const source = start()
	await sendMany(1)
	await expect.poll(() => events.length).toBe(1)
	await sendMany(1)
	const closed = source.close()
	finish()
	await closed
	expect(service.counts('telemetry')).toMatchObject({ visible: 1, inFlight: 0 })
})
