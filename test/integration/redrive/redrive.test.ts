import { DeleteMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startSqsApi } from '../../../infra/local/queue/sqsApi.ts'
import { countMessages, lookAt } from '../../../infra/redrive/lookAt.ts'
import { type Move, moveMessages, RUN_ATTRIBUTE } from '../../../infra/redrive/moveMessages.ts'
import { queueAt } from '../../../infra/redrive/queueClient.ts'
import { tellHeaps, tellMoved } from '../../../infra/redrive/words.ts'
import { queuesFor } from '../local-runtime/queueFixture.ts'

const start = async () => {
	// A clock that goes on by itself, for the waits of receivers, and can be put forward.
	let ahead = 0
	const clock = {
		now: () => Date.now() + ahead,
		pass: (seconds: number) => {
			ahead += seconds * 1000
		},
	}
	const service = queuesFor(undefined, clock.now)
	const api = await startSqsApi(service)
	const source = queueAt(api.queueUrl('dead-letters'))
	const target = queueAt(api.queueUrl('telemetry'))
	onTestFinished(async () => {
		source.client.destroy()
		target.client.destroy()
		await api.close()
	})
	const fill = (bodies: readonly string[]) =>
		service.sendBatch(
			'dead-letters',
			bodies.map((body) => ({ body })),
		)
	const bodiesOf = async (queue: string): Promise<string[]> =>
		(await service.receive(queue, { max: 1000 })).map(({ body }) => body).sort()
	const move = (changes: Partial<Move> = {}) =>
		moveMessages({
			source,
			target,
			rebuild: (body) => body,
			max: Number.POSITIVE_INFINITY,
			run: 'run-1',
			width: 4,
			onMoved: () => {},
			...changes,
		})
	return { clock, service, source, target, fill, bodiesOf, move }
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => String(1000 + i))

/** Fails this command's calls from the nth on. */
const failing = (client: SQSClient, command: new (input: never) => object, from: number): void => {
	let calls = 0
	client.middlewareStack.add(
		(next, context) => async (args) => {
			if (context.commandName === command.name) calls += 1
			if (context.commandName === command.name && calls >= from) throw new Error('the connection broke')
			return next(args)
		},
		{ step: 'initialize' },
	)
}

describe('a redrive', () => {
	test('moves every message once and counts as it goes', async () => {
		const { fill, move, bodiesOf, service } = await start()
		await fill(numbered(57))
		const counts: number[] = []
		const moved = await move({ onMoved: (count) => counts.push(count) })
		expect(moved).toEqual({ moved: 57, left: 0, returned: 0 })
		expect(counts.at(-1)).toBe(57)
		expect(await bodiesOf('telemetry')).toEqual(numbered(57))
		expect(service.counts('dead-letters')).toMatchObject({ visible: 0, inFlight: 0 })
	})

	test('moves no more than it was told', async () => {
		const { fill, move, service } = await start()
		await fill(numbered(30))
		expect((await move({ max: 13 })).moved).toBe(13)
		expect(service.counts('dead-letters')).toMatchObject({ visible: 17, inFlight: 0 })
		expect(service.counts('telemetry')).toMatchObject({ visible: 13 })
	})

	test('that cannot delete has moved all the same: a message may be there twice, never not at all', async () => {
		const { fill, move, bodiesOf, source, clock } = await start()
		await fill(numbered(15))
		failing(source.client, DeleteMessageBatchCommand, 1)
		await expect(move({ width: 1 })).rejects.toThrow('the connection broke')
		clock.pass(121)
		const all = new Set([...(await bodiesOf('telemetry')), ...(await bodiesOf('dead-letters'))])
		expect([...all].sort()).toEqual(numbered(15))
	})

	test('that cannot send deletes nothing of it', async () => {
		const { fill, move, bodiesOf, target, clock } = await start()
		await fill(numbered(25))
		failing(target.client, SendMessageCommand, 14)
		await expect(move({ width: 1 })).rejects.toThrow('the connection broke')
		clock.pass(121)
		const there = await bodiesOf('telemetry')
		const left = await bodiesOf('dead-letters')
		expect(there).toHaveLength(13)
		expect([...there, ...left].sort()).toEqual(numbered(25))
	})

	test('leaves what it does not understand, to be seen at once, and says how many', async () => {
		const { fill, move, service } = await start()
		await fill(['good', 'bad-1', 'bad-2'])
		const moved = await move({ rebuild: (body) => (body === 'good' ? body : undefined) })
		expect(moved).toEqual({ moved: 1, left: 2, returned: 0 })
		expect(service.counts('dead-letters')).toMatchObject({ visible: 2, inFlight: 0 })
		expect(tellMoved(moved)).toContain('2 were not understood and stay where they are')
	})

	test('ends when what it moved has failed again already', async () => {
		const { move, service } = await start()
		const attributes = { [RUN_ATTRIBUTE]: { DataType: 'String', StringValue: 'run-1' } }
		await service.sendBatch('dead-letters', [{ body: 'poison', attributes }])
		const moved = await move()
		expect(moved).toEqual({ moved: 0, left: 0, returned: 1 })
		expect(service.counts('dead-letters')).toMatchObject({ visible: 1 })
		expect(tellMoved(moved)).toContain('have failed again already')
	})

	test('moves again what an earlier run had moved', async () => {
		const { move, service } = await start()
		const attributes = { [RUN_ATTRIBUTE]: { DataType: 'String', StringValue: 'yesterday' } }
		await service.sendBatch('dead-letters', [{ body: 'a', attributes }])
		expect((await move()).moved).toBe(1)
		const [message] = await service.receive('telemetry', { max: 1 })
		expect(message?.attributes).toEqual({ [RUN_ATTRIBUTE]: { DataType: 'String', StringValue: 'run-1' } })
	})
})

describe('a look at the dead letters', () => {
	const telemetry = (thing: string) =>
		JSON.stringify({ payload: '', topic: `dt/sanitation/${thing}/json`, receivedAt: 1 })

	test('tells topics, ages and receive counts, and takes nothing away', async () => {
		const { fill, source, service, clock } = await start()
		await fill([telemetry('toilet-1'), 'rubbish'])
		clock.pass(7200)
		await fill([telemetry('toilet-1')])
		clock.pass(60)
		const { looked, heaps } = await lookAt(source, 100)
		expect(looked).toBe(3)
		expect(tellHeaps(heaps, clock.now())).toBe(
			[
				'      2  dt/sanitation/toilet-1/json  sent 1 min to 2 h ago, received once',
				'      1  not a telemetry message  sent 2 h ago, received once',
			].join('\n'),
		)
		expect(service.counts('dead-letters')).toMatchObject({ visible: 3, inFlight: 0 })
		expect(await countMessages(source)).toEqual({ waiting: 3, hidden: 0 })
	})

	test('looks at no more than it was told, and gives all of that back', async () => {
		const { fill, source, service } = await start()
		await fill(numbered(40))
		expect((await lookAt(source, 25)).looked).toBe(25)
		expect(service.counts('dead-letters')).toMatchObject({ visible: 40, inFlight: 0 })
	})
})

test.each([
	['https://sqs.us-east-1.amazonaws.com/123456789012/dead', 'us-east-1'],
	['https://sqs.cn-north-1.amazonaws.com.cn/123456789012/dead', 'cn-north-1'],
	['https://eu-west-1.queue.amazonaws.com/123456789012/dead', 'eu-west-1'],
	['http://127.0.0.1:8082/000000000000/dead', 'us-east-1'],
])('the region of %s is %s', async (url, region) => {
	expect(await queueAt(url).client.config.region()).toBe(region)
})

test.each(['dead', 'https://sqs.us-east-1.amazonaws.com/', ''])('%j is told to be no URL of a queue', (url) => {
	expect(() => queueAt(url)).toThrow('is not the URL of a queue')
})
