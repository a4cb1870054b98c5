import { execFile, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDataPlane } from '../../../infra/local/iot/dataPlane.ts'
import type { AwsService } from '../../../infra/local/iot/serveAws.ts'
import { startTestBroker, type TestBroker, until } from './testBroker.ts'

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const hasAwsCli = spawnSync('aws', ['--version']).status === 0
if (!hasAwsCli) console.warn('skipped: the AWS CLI is not installed')

let test: TestBroker
let plane: AwsService
let client: IoTDataPlaneClient
let broken = false
const heard: string[] = []

beforeAll(async () => {
	test = await startTestBroker({
		onDeliver: async () => {
			if (broken) throw new Error('the disk is full')
		},
	})
	plane = await startDataPlane({ port: 0, publish: test.broker.publish, maxPayloadBytes: 1000 })
	client = new IoTDataPlaneClient({ region: 'us-east-1', endpoint: plane.url, credentials, maxAttempts: 1 })
	const display = await test.add('display-a', 'DisplayPolicy', { courtyard: 'c-a' })
	const subscriber = await test.connect('display-a', display, {}, (message) => heard.push(message))
	await subscriber.subscribeAsync('evt/sanitation/c-a/#', { qos: 1 })
})
afterAll(async () => {
	client.destroy()
	await plane.close()
	await test.end()
})

const publish = (topic: string, payload: string, more = {}) =>
	client.send(new PublishCommand({ topic, payload: Buffer.from(payload), qos: 1, ...more }))

describe('the unmodified SDK client', () => {
	it('reaches the subscribers of a topic', async () => {
		await publish('evt/sanitation/c-a/tasks', '{"任务":"溢流"}')
		await until(() => heard.includes('evt/sanitation/c-a/tasks {"任务":"溢流"}'))
	})

	it('triggers the rules, with no client id of its own', async () => {
		await publish('dt/sanitation/toilet-9/json', '{}')
		expect(test.delivered.at(-1)?.body).toMatchObject({ topic: 'dt/sanitation/toilet-9/json', clientId: 'n/a' })
		await publish('$aws/rules/sanitation_telemetry/dt/sanitation/toilet-8/json', '{}')
		expect(test.delivered.at(-1)?.body).toMatchObject({ topic: 'dt/sanitation/toilet-8/json' })
	})

	it.each([
		['a wildcard', 'evt/+/x'],
		['a reserved topic', '$SYS/x'],
		['an unknown rule', '$aws/rules/no_such_rule/a'],
		['a topic of 300 bytes', 'a'.repeat(300)],
	])('gets InvalidRequestException for %s', async (_, topic) => {
		await expect(publish(topic, 'x')).rejects.toMatchObject({
			name: 'InvalidRequestException',
			$metadata: { httpStatusCode: 400 },
		})
	})

	it('gets InvalidRequestException for QoS 2', async () => {
		await expect(publish('evt/sanitation/c-a/tasks', 'x', { qos: 2 })).rejects.toMatchObject({
			name: 'InvalidRequestException',
		})
	})

	it('is told that a payload is too large', async () => {
		await expect(publish('evt/sanitation/c-a/tasks', 'x'.repeat(1001))).rejects.toMatchObject({
			name: 'RequestEntityTooLargeException',
			$metadata: { httpStatusCode: 413 },
		})
		await publish('evt/sanitation/c-a/tasks', 'x'.repeat(1000))
	})

	it('gets InternalFailureException, without internals, when a rule failed', async () => {
		broken = true
		await expect(publish('dt/sanitation/toilet-9/json', '{}')).rejects.toMatchObject({
			name: 'InternalFailureException',
			message: expect.not.stringContaining('disk'),
			$metadata: { httpStatusCode: 500 },
		})
		broken = false
	})
})

describe('other requests', () => {
	const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=x' }
	it.each([
		['GET', '/topics/a', signed, 405, 'MethodNotAllowedException'],
		['GET', '/things/a/shadow', signed, 404, 'ResourceNotFoundException'],
		['POST', '/topics/a', {}, 403, 'ForbiddenException'],
		['POST', '/topics/%E0%A4%A', signed, 400, 'InvalidRequestException'],
		['POST', '/topics/a?retain=maybe', signed, 400, 'InvalidRequestException'],
		['POST', '/topics/', signed, 400, 'InvalidRequestException'],
	])('%s %s is answered as AWS would', async (method, path, headers, status, type) => {
		const response = await fetch(plane.url + path, { method, headers })
		expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([status, type])
		expect(await response.json()).toHaveProperty('message')
	})

	it('a topic may also be written with plain slashes', async () => {
		const response = await fetch(`${plane.url}/topics/evt/sanitation/c-a/plain?qos=1`, {
			method: 'POST',
			headers: signed,
			body: 'x',
		})
		expect(response.status).toBe(200)
		await until(() => heard.includes('evt/sanitation/c-a/plain x'))
	})
})

it('a taken port stops the start and says which', async () => {
	const blocker = createServer()
	await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
	const address = blocker.address()
	const port = typeof address === 'object' ? (address?.port ?? 0) : 0
	await expect(startDataPlane({ port, publish: test.broker.publish })).rejects.toMatchObject({
		name: 'StartError',
		message: expect.stringContaining(String(port)),
		remedy: expect.stringContaining('--iot-data-port'),
	})
	await expect(startTestBroker({ port })).rejects.toMatchObject({ remedy: expect.stringContaining('--mqtt-port') })
	await new Promise((resolve) => blocker.close(resolve))
})

it.skipIf(!hasAwsCli)('the AWS CLI publishes', async () => {
	const payload = Buffer.from('{"from":"cli"}').toString('base64')
	await promisify(execFile)(
		'aws',
		[
			'iot-data',
			'publish',
			'--endpoint-url',
			plane.url,
			'--topic',
			'evt/sanitation/c-a/cli',
			'--qos',
			'1',
			'--payload',
			payload,
		],
		{
			env: { ...process.env, AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', AWS_DEFAULT_REGION: 'us-east-1' },
		},
	)
	// Version 1 of the CLI sends the text as it is, version 2 reads it as base64.
	await until(() => heard.some((message) => message.startsWith('evt/sanitation/c-a/cli ')))
})
