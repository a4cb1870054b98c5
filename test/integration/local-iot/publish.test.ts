import { connect as connectTcp } from 'node:net'
import type { MqttClient } from 'mqtt'
import { afterEach, describe, expect, it } from 'vitest'
import { compilePolicy } from '../../../infra/local/iot/iotPolicy.ts'
import { arn, devicePolicy } from '../../unit/local-iot/policies.ts'
import { errors, pause, queue, startTestBroker, type TestBroker, until } from './testBroker.ts'

let test: TestBroker
afterEach(() => test.end())

const acknowledged = async (client: MqttClient, topic: string, payload: string | Buffer): Promise<boolean> =>
	client.publishAsync(topic, payload, { qos: 1 }).then(
		() => true,
		() => false,
	)

describe('publishing', () => {
	it('a reading reaches the rule with its bytes, topic, client and time', async () => {
		test = await startTestBroker({ now: () => 1_764_000_000_123 })
		const client = await test.connect('toilet-1', await test.add('toilet-1'))
		const payload = Buffer.from([0x7b, 0xff, 0x00])
		expect(await acknowledged(client, 'dt/sanitation/toilet-1/json', payload)).toBe(true)
		expect(test.delivered).toEqual([
			{
				action: queue,
				body: {
					payload: payload.toString('base64'),
					topic: 'dt/sanitation/toilet-1/json',
					clientId: 'toilet-1',
					receivedAt: 1_764_000_000_123,
				},
				context: {
					ruleName: 'sanitation_telemetry',
					topic: 'dt/sanitation/toilet-1/json',
					clientId: 'toilet-1',
					isErrorAction: false,
				},
			},
		])
	})

	it('Basic Ingest gives the same as the topic', async () => {
		test = await startTestBroker({ now: () => 1 })
		const client = await test.connect('toilet-1', await test.add('toilet-1'))
		await client.publishAsync('dt/sanitation/toilet-1/json', '{"ammonia":1}', { qos: 1 })
		await client.publishAsync('$aws/rules/sanitation_telemetry/dt/sanitation/toilet-1/json', '{"ammonia":1}', {
			qos: 1,
		})
		expect(test.delivered).toHaveLength(2)
		expect(test.delivered[1]).toEqual(test.delivered[0])
	})

	it('a QoS 0 message goes through the rules too', async () => {
		test = await startTestBroker()
		const client = await test.connect('toilet-1', await test.add('toilet-1'))
		await client.publishAsync('dt/sanitation/toilet-1/json', 'x', { qos: 0 })
		await until(() => test.delivered.length === 1)
	})

	it.each([
		["another device's topic", 'dt/sanitation/toilet-2/json', { qos: 1 }],
		['a topic outside its policy', 'evt/sanitation/c-1/tasks', { qos: 1 }],
		['a command to itself', 'cmd/sanitation/toilet-1/reboot', { qos: 0 }],
		['another device by Basic Ingest', '$aws/rules/sanitation_telemetry/dt/sanitation/toilet-2/json', { qos: 1 }],
		['a retained message without iot:RetainPublish', 'dt/sanitation/toilet-1/json', { qos: 1, retain: true }],
		['QoS 2', 'dt/sanitation/toilet-1/json', { qos: 2 }],
		['a topic with 8 slashes', 'dt/sanitation/toilet-1/a/b/c/d/e/f', { qos: 1 }],
		['the broker’s own topics', '$SYS/x/new/clients', { qos: 0 }],
	] as const)('publishing on %s is refused and ends the connection', async (_, topic, options) => {
		test = await startTestBroker()
		const client = await test.connect('toilet-1', await test.add('toilet-1'))
		client.publishAsync(topic, 'x', options).catch(() => {})
		await until(() => !client.connected)
		expect(test.delivered).toEqual([])
		expect(test.log.join('\n')).toContain(`toilet-1 may not publish on ${JSON.stringify(topic)}`)
	})

	it('topics with "$" stay closed even to a policy that allows everything', async () => {
		const open = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'iot:*', Resource: '*' } }
		compilePolicy('Open', open)
		test = await startTestBroker({ policies: { DevicePolicy: open } })
		const victim = await test.connect('victim', await test.add('victim'))
		const attacker = await test.connect('attacker', await test.add('attacker'))
		attacker.publishAsync('$SYS/other/new/clients', 'victim').catch(() => {})
		await until(() => !attacker.connected)
		expect(victim.connected).toBe(true)
		const unknownRule = await test.connect('attacker', await test.add('attacker'))
		unknownRule.publishAsync('$aws/rules/no_such_rule/dt/sanitation/x/json', 'x', { qos: 1 }).catch(() => {})
		await until(() => !unknownRule.connected)
		expect(test.delivered).toEqual([])
	})

	it('a payload of 200 KB arrives, one above the limit ends the connection', async () => {
		test = await startTestBroker({ maxPayloadBytes: 300_000 })
		const client = await test.connect('toilet-1', await test.add('toilet-1'))
		expect(await acknowledged(client, 'dt/sanitation/toilet-1/json', 'x'.repeat(200_000))).toBe(true)
		expect(await acknowledged(client, 'dt/sanitation/toilet-1/json', 'x'.repeat(300_000))).toBe(true)
		client.publishAsync('dt/sanitation/toilet-1/json', 'x'.repeat(300_001), { qos: 1 }).catch(() => {})
		await until(() => !client.connected)
		expect(test.delivered).toHaveLength(2)
	})
})

describe('last wills', () => {
	const lost = async (topic: string): Promise<void> => {
		const will = { topic, payload: Buffer.from('gone'), qos: 1, retain: false } as const
		const client = await test.connect('toilet-1', await test.add('toilet-1'), { will })
		client.stream.destroy()
		await until(() => !test.broker.connectedClients().includes('toilet-1'))
	}

	it('an allowed one goes through the rules', async () => {
		test = await startTestBroker()
		await lost('dt/sanitation/toilet-1/json')
		await until(() => test.delivered.length === 1)
	})

	it('a refused one is dropped', async () => {
		test = await startTestBroker()
		await lost('dt/sanitation/toilet-2/json')
		await until(() => test.log.join('\n').includes('may not publish on "dt/sanitation/toilet-2/json"'))
		expect(test.delivered).toEqual([])
	})
})

describe('acknowledgement', () => {
	it('is withheld until the delivery is durable', async () => {
		let release: () => void = () => {}
		const durable = new Promise<void>((resolve) => {
			release = resolve
		})
		test = await startTestBroker({ onDeliver: () => durable })
		const client = await test.connect('toilet-1', await test.add('toilet-1'))
		let done = false
		const publishing = client.publishAsync('dt/sanitation/toilet-1/json', 'x', { qos: 1 }).then(() => {
			done = true
		})
		await pause(200)
		expect(done).toBe(false)
		release()
		await publishing
		expect(test.delivered).toHaveLength(1)
	})

	it('is given when the error action has taken the message in place of a failed action', async () => {
		test = await startTestBroker({
			onDeliver: async ({ context }) => {
				if (!context.isErrorAction) throw new Error('the queue is full')
			},
		})
		const client = await test.connect('toilet-1', await test.add('toilet-1'))
		expect(await acknowledged(client, 'dt/sanitation/toilet-1/json', '{"ammonia":5}')).toBe(true)
		expect(test.delivered).toMatchObject([
			{
				action: errors,
				body: {
					ruleName: 'sanitation_telemetry',
					topic: 'dt/sanitation/toilet-1/json',
					cloudwatchTraceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
					clientId: 'toilet-1',
					base64OriginalPayload: Buffer.from('{"ammonia":5}').toString('base64'),
					failures: [
						{
							failedAction: 'SqsAction',
							failedResource: 'http://127.0.0.1/telemetry',
							errorMessage: 'the queue is full',
						},
					],
				},
				context: { isErrorAction: true },
			},
		])
	})

	it('is not given when both failed; the device is disconnected and can send again', async () => {
		let broken = true
		test = await startTestBroker({
			onDeliver: async () => {
				if (broken) throw new Error('the disk is full')
			},
		})
		const issued = await test.add('toilet-1')
		const client = await test.connect('toilet-1', issued, { reconnectPeriod: 50 })
		let done = false
		const publishing = client.publishAsync('dt/sanitation/toilet-1/json', 'x', { qos: 1 }).then(() => {
			done = true
		})
		let disconnects = 0
		client.on('close', () => {
			disconnects += 1
		})
		await until(() => disconnects >= 2)
		expect(done).toBe(false)
		expect(test.delivered).toEqual([])
		broken = false
		await publishing
		expect(test.delivered.length).toBeGreaterThan(0)
	})
})

describe('closing', () => {
	it('waits for the rules under way and cuts every connection, also a silent one', async () => {
		let release: () => void = () => {}
		const durable = new Promise<void>((resolve) => {
			release = resolve
		})
		let started = false
		test = await startTestBroker({
			onDeliver: () => {
				started = true
				return durable
			},
		})
		const client = await test.connect('toilet-1', await test.add('toilet-1'))
		const silent = connectTcp(test.broker.port, '127.0.0.1')
		silent.on('error', () => {})
		const cut = new Promise<void>((resolve) => silent.once('close', () => resolve()))
		client.publishAsync('dt/sanitation/toilet-1/json', 'x', { qos: 1 }).catch(() => {})
		await until(() => started)
		let closed = false
		const closing = test.broker.close().then(() => {
			closed = true
		})
		await cut
		await pause(100)
		expect({ closed, connected: client.connected }).toEqual({ closed: false, connected: false })
		release()
		await closing
		expect(test.delivered).toHaveLength(1)
	})
})

describe('retained messages', () => {
	it('need iot:RetainPublish, and reach a later subscriber', async () => {
		const may = { Effect: 'Allow', Action: ['iot:Publish', 'iot:RetainPublish'], Resource: arn('topic/cmd/*') }
		const policies = { DevicePolicy: { ...devicePolicy, Statement: [...devicePolicy.Statement, may] } }
		test = await startTestBroker({ policies })
		const client = await test.connect('toilet-1', await test.add('toilet-1'))
		await client.publishAsync('cmd/sanitation/toilet-1/interval', '600', { qos: 1, retain: true })
		const heard: string[] = []
		client.on('message', (_, payload, { retain }) => heard.push(`${payload}:${retain}`))
		await client.subscribeAsync('cmd/sanitation/toilet-1/#')
		await until(() => heard.length === 1)
		expect(heard).toEqual(['600:true'])
	})
})
