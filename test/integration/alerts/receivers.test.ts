import { createHmac } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { SNSClient } from '@aws-sdk/client-sns'
import { SSMClient } from '@aws-sdk/client-ssm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ChannelSender } from '../../../functions/adapters/channels/channelSender.ts'
import { SsmSecrets } from '../../../functions/adapters/channels/ssmSecrets.ts'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import { type Parameters, startParameters } from '../../../infra/local/secrets/startParameters.ts'
import type { Channel } from '../../../shared/contract/alert/channel.ts'
import { messageOf } from '../../../shared/domain/alert/newsWords.ts'
import { NotifyBench, robot } from '../../doubles/notifyBench.ts'
import { alarmTask, inspectionTask, RAISED } from '../../doubles/tasks.ts'
import { registryOf, toilet } from '../../doubles/township.ts'
import { type Got, type Receiver, startReceiver } from './receiver.ts'

const NOW = Date.parse('2026-11-23T06:20:00Z')
const SECRET = 'a-secret-that-nobody-may-see'
const TIMEOUT_MS = 400
const registry = registryOf(toilet)
const message = messageOf(registry, [{ task: alarmTask(), news: 'raised' }], 'yard-1', '王芳')

let folder: string
let parameters: Parameters
let sender: ChannelSender
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'secrets-'))
	await writeFile(join(folder, 'secrets.json'), JSON.stringify({ '/green-courtyard/channels/robot': SECRET }))
	parameters = await startParameters(folder)
	sender = senderWith(true)
})
afterAll(async () => {
	await parameters.close()
	await rm(folder, { recursive: true, force: true })
})

function senderWith(allowsLoopback: boolean): ChannelSender {
	const aws = { region: 'us-east-1', credentials: localCredentials, endpoint: parameters.url, maxAttempts: 1 }
	const secrets = new SsmSecrets(
		async () => new SSMClient(aws),
		() => NOW,
	)
	const options = { allowsLoopback, timeoutMs: TIMEOUT_MS }
	return new ChannelSender(
		secrets,
		{ sns: async () => new SNSClient(aws), iot: async () => new IoTDataPlaneClient(aws) },
		options,
	)
}

const hookAt = (url: string, secret = '/green-courtyard/channels/robot'): Channel => ({
	...robot,
	kind: 'webhook',
	url,
	secret,
})
const robotAt = (url: string): Channel => ({ ...robot, kind: 'wecom', url, secret: '/green-courtyard/channels/robot' })

/** Sends to a receiver that answers so. */
async function sent(make: (url: string) => Channel, answer: (response: ServerResponse, got: Got) => void, by = sender) {
	const receiver = await startReceiver(answer)
	try {
		const result = await by.send(make(receiver.url), message, 'message-1', NOW)
		return { result, receiver }
	} finally {
		await receiver.close()
	}
}
const json =
	(body: unknown, status = 200) =>
	(response: ServerResponse) => {
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
	}

describe('a webhook', () => {
	test('gets a CloudEvent that it can verify by timestamp and body', async () => {
		const { result, receiver } = await sent(hookAt, json({}, 202))
		expect(result).toEqual({ is: 'sent' })
		const [got] = receiver.got
		expect(got?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
		const stamp = got?.headers['x-green-courtyard-timestamp']
		expect(stamp).toBe(String(NOW / 1000))
		const signature = createHmac('sha256', SECRET).update(`${stamp}.${got?.body}`).digest('hex')
		expect(got?.headers['x-green-courtyard-signature']).toBe(`sha256=${signature}`)
		expect(JSON.parse(got?.body ?? '')).toMatchObject({
			specversion: '1.0',
			id: expect.stringMatching(/^[0-9a-f]{32}$/),
			source: '/green-courtyard/notify',
			type: 'green-courtyard.alerts.v1',
			subject: 'yard-1',
			time: '2026-11-23T06:20:00.000Z',
			data: { news: [{ dedupeKey: `${alarmTask().id}:raised`, severity: 'major' }] },
		})
	})

	test.each<[string, (response: ServerResponse, got: Got) => void, RegExp]>([
		['answers 500', json({}, 500), /^127\.0\.0\.1:\d+ answered HTTP 500$/],
		['does not answer', () => {}, /did not answer within 0.4 s$/],
		[
			'begins an answer and never ends it',
			(response) => {
				response.writeHead(200).write('{')
			},
			/did not answer within 0.4 s$/,
		],
		[
			'redirects',
			(response) => {
				response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()
			},
			/redirects \(HTTP 307\)/,
		],
		['hangs up', (response) => response.destroy(), /cannot be reached/],
	])('that %s has failed, in words', async (_, answer, words) => {
		const { result } = await sent(hookAt, answer)
		expect(result).toEqual({ is: 'failed', error: expect.stringMatching(words) })
	})

	test('that answers slowly, but in time, has got it', async () => {
		const { result } = await sent(hookAt, (response) => setTimeout(() => response.writeHead(204).end(), TIMEOUT_MS / 4))
		expect(result).toEqual({ is: 'sent' })
	})

	test('that answers without end is not listened to for long', async () => {
		const { result } = await sent(hookAt, (response) => {
			const flood = setInterval(() => response.write('x'.repeat(65_536)), 1)
			response.on('close', () => clearInterval(flood))
		})
		expect(result).toEqual({ is: 'sent' })
	})

	test('whose secret is not to be had gets nothing, and the name of the secret is told', async () => {
		const { result, receiver } = await sent((url) => hookAt(url, '/green-courtyard/channels/lost'), json({}))
		expect(receiver.got).toEqual([])
		expect(result).toMatchObject({ error: expect.stringContaining('/green-courtyard/channels/lost') })
	})

	test('on the same machine is for the local edition alone', async () => {
		const { result, receiver } = await sent(hookAt, json({}), senderWith(false))
		expect(receiver.got).toEqual([])
		expect(result).toEqual({ is: 'failed', error: expect.stringContaining('only https') })
	})
})

describe('a WeCom robot', () => {
	test('gets markdown under its key, and says errcode 0', async () => {
		const { result, receiver } = await sent(robotAt, json({ errcode: 0, errmsg: 'ok' }))
		expect(result).toEqual({ is: 'sent' })
		expect(receiver.got[0]?.path).toBe(`/?key=${SECRET}`)
		expect(JSON.parse(receiver.got[0]?.body ?? '')).toEqual({
			msgtype: 'markdown',
			markdown: { content: expect.stringContaining('1号公厕：氨气超标') },
		})
	})

	test.each<[string, (response: ServerResponse) => void, RegExp]>([
		['another errcode', json({ errcode: 45009, errmsg: 'api freq out of limit' }), /errcode 45009: api freq/],
		['a page', (response) => response.end('<html>'), /did not answer like a WeCom robot/],
		['HTTP 502', json({}, 502), /HTTP 502/],
	])('that answers %s has failed, and its key is not told', async (_, answer, words) => {
		const { result } = await sent(robotAt, answer)
		expect(result).toMatchObject({ is: 'failed', error: expect.stringMatching(words) })
		expect(JSON.stringify(result)).not.toContain(SECRET)
	})

	test('gets no markup that a resident wrote, and no more than it takes', async () => {
		const receiver = await startReceiver(json({ errcode: 0 }))
		const what = `[点我](https://evil.example)<@all> ${'满'.repeat(400)}`
		const told = Array.from({ length: 30 }, (_, i) => ({
			task: { ...inspectionTask({ id: `i${i}` }), what },
			news: 'raised',
		}))
		const many = messageOf(registry, told, 'yard-1', undefined)
		await sender.send({ ...robotAt(receiver.url), languages: ['zh', 'en'] }, many, 'many', NOW)
		await receiver.close()
		const { markdown } = JSON.parse(receiver.got[0]?.body ?? '{}')
		expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4096)
		expect(markdown.content).not.toMatch(/[<>[\]]/)
	})
})

test('a topic where there is no SNS has failed, and says so', async () => {
	const topic = 'arn:aws:sns:us-east-1:000000000000:green-courtyard-heads'
	const result = await sender.send({ ...robot, kind: 'sns', topic } as Channel, message, 'message-1', NOW)
	expect(result).toEqual({ is: 'failed', error: expect.stringMatching(/^SNS: /) })
})

test('a receiver that is slow and one that fails do not keep the third from being told', async () => {
	const receivers: Receiver[] = [
		await startReceiver(() => {}),
		await startReceiver(json({}, 500)),
		await startReceiver(json({})),
	]
	const [slow, broken, good] = receivers.map(({ url }, i) => ({ ...hookAt(url), id: `hook-${i}` }))
	const bench = new NotifyBench(
		RAISED + 60_000,
		[slow, broken, good].flatMap((channel) => channel ?? []),
	)
	bench.send = (...args) => sender.send(...args)
	await bench.raise()
	const begun = performance.now()
	const report = await bench.run()
	expect(performance.now() - begun).toBeLessThan(TIMEOUT_MS * 5)
	expect(report).toMatchObject({ sent: 1, failed: [], failing: expect.arrayContaining([]) })
	expect(report.failing.map(({ channel }) => channel).sort()).toEqual(['hook-0', 'hook-1'])
	expect(receivers[2]?.got).toHaveLength(1)
	for (const receiver of receivers) await receiver.close()
})
