import {
	ConflictException,
	DeleteThingShadowCommand,
	GetThingShadowCommand,
	IoTDataPlaneClient,
	ResourceNotFoundException,
	UpdateThingShadowCommand,
} from '@aws-sdk/client-iot-data-plane'
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDataPlane } from '../../../infra/local/iot/dataPlane.ts'
import type { AwsService } from '../../../infra/local/iot/serveAws.ts'
import { shadowService } from '../../../infra/local/iot/shadow/shadowService.ts'
import { openShadows, type Shadows } from '../../../infra/local/iot/shadow/shadows.ts'
import { pause, startTestBroker, type TestBroker, until } from './testBroker.ts'

let test: TestBroker
let dataPlane: AwsService
let sdk: IoTDataPlaneClient
beforeAll(async () => {
	let shadows: Shadows | undefined
	test = await startTestBroker({
		answering: async (dataDir) => {
			shadows = openShadows(dataDir, Date.now)
			return [shadowService(shadows)]
		},
	})
	if (!shadows) throw new Error('the broker did not ask for its services')
	dataPlane = await startDataPlane({
		port: 0,
		publish: test.broker.publish,
		shadows: { of: shadows, tell: test.broker.tell },
	})
	const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
	sdk = new IoTDataPlaneClient({ endpoint: dataPlane.url, region: 'us-east-1', credentials })
})
afterAll(async () => {
	sdk.destroy()
	await dataPlane.close()
	await test.end()
})

type Heard = { end: string; body: Record<string, unknown> }
/** A device that listens to all of its shadow. */
const device = async (
	id: string,
): Promise<{ client: MqttClient; heard: Heard[]; ask(verb: string, body?: unknown): Promise<Heard> }> => {
	const base = `$aws/things/${id}/shadow/name/config/`
	const heard: Heard[] = []
	const client = await test.connect(id, await test.add(id))
	client.on('message', (topic, payload) =>
		heard.push({ end: topic.replace(base, ''), body: JSON.parse(String(payload)) }),
	)
	await client.subscribeAsync(`${base}#`, { qos: 1 })
	return {
		client,
		heard,
		ask: async (verb, body) => {
			const before = heard.length
			await client.publishAsync(base + verb, body === undefined ? '' : JSON.stringify(body), { qos: 1 })
			const mine = () => heard.slice(before).find(({ end }) => new RegExp(`^${verb}/(accepted|rejected)$`).test(end))
			await until(() => mine() !== undefined)
			return mine() ?? { end: '', body: {} }
		},
	}
}
const desire = (thingName: string, payload: object) =>
	sdk.send(
		new UpdateThingShadowCommand({ thingName, shadowName: 'config', payload: Buffer.from(JSON.stringify(payload)) }),
	)
const textOf = (payload: Uint8Array | undefined): Record<string, unknown> =>
	JSON.parse(Buffer.from(payload ?? []).toString())

describe('the configuration of a device', () => {
	it('comes to it as a difference, and is gone from there when the device has reported it', async () => {
		const { heard, ask } = await device('toilet-1')
		expect(await ask('get')).toMatchObject({ end: 'get/rejected', body: { code: 404, timestamp: expect.any(Number) } })

		await desire('toilet-1', { state: { desired: { interval: 600, offsets: { ammonia: -0.05 } } } })
		await until(() => heard.some(({ end }) => end === 'update/delta'))
		expect(heard.find(({ end }) => end === 'update/delta')?.body).toMatchObject({
			state: { interval: 600, offsets: { ammonia: -0.05 } },
			version: 1,
		})

		heard.splice(0)
		const reported = { interval: 600, offsets: { ammonia: -0.05 } }
		expect(await ask('update', { state: { reported }, clientToken: 'one' })).toMatchObject({
			end: 'update/accepted',
			body: { state: { reported }, version: 2, clientToken: 'one' },
		})
		await until(() => heard.some(({ end }) => end === 'update/documents'))
		await pause(50)
		expect(heard.map(({ end }) => end)).not.toContain('update/delta')
		const { body } = await ask('get', { clientToken: 'two' })
		expect(body).toMatchObject({ state: { desired: reported, reported }, version: 2, clientToken: 'two' })
		const { payload } = await sdk.send(new GetThingShadowCommand({ thingName: 'toilet-1', shadowName: 'config' }))
		expect(textOf(payload)).toMatchObject({ state: { desired: reported, reported }, version: 2 })
	})

	it('waits for a device that was away', async () => {
		await desire('toilet-2', { state: { desired: { interval: 900 } } })
		const { ask } = await device('toilet-2')
		expect((await ask('get')).body.state).toEqual({ desired: { interval: 900 }, delta: { interval: 900 } })
	})

	it('is not changed from a version that is over, by either way', async () => {
		const { ask } = await device('toilet-3')
		await desire('toilet-3', { state: { desired: { interval: 900 } } })
		expect(await ask('update', { state: { reported: { interval: 300 } }, version: 5, clientToken: 'x' })).toMatchObject(
			{
				end: 'update/rejected',
				body: { code: 409, message: 'Version conflict', clientToken: 'x' },
			},
		)
		await expect(desire('toilet-3', { state: { desired: { interval: 1 } }, version: 5 })).rejects.toThrow(
			ConflictException,
		)
		expect((await ask('get')).body).toMatchObject({ version: 1, state: { desired: { interval: 900 } } })
	})

	it('changed by many at once loses none of the changes', async () => {
		const names = Array.from({ length: 20 }, (_, i) => `key${i}`)
		await Promise.all(names.map((name) => desire('toilet-4', { state: { desired: { [name]: 1 } } })))
		const { payload } = await sdk.send(new GetThingShadowCommand({ thingName: 'toilet-4', shadowName: 'config' }))
		const { state, version } = textOf(payload) as { state: { desired: object }; version: number }
		expect([Object.keys(state.desired).sort(), version]).toEqual([[...names].sort(), 20])
	})

	it('is gone when it is deleted', async () => {
		await desire('toilet-5', { state: { desired: { interval: 900 } } })
		const named = { thingName: 'toilet-5', shadowName: 'config' }
		await sdk.send(new DeleteThingShadowCommand(named))
		await expect(sdk.send(new GetThingShadowCommand(named))).rejects.toThrow(ResourceNotFoundException)
		await expect(sdk.send(new DeleteThingShadowCommand(named))).rejects.toThrow(ResourceNotFoundException)
	})
})

describe('a device', () => {
	it.each([
		['$aws/things/toilet-1/shadow/name/config/update'],
		['$aws/things/sensor-1/shadow/name/other/update'],
		['$aws/things/sensor-1/shadow/name/config/delete'],
		['$aws/things/sensor-1/shadow/update'],
		['$aws/things/sensor-1/shadow/name/config/update/delta'],
	])('is cut off when it publishes on %s', async (topic) => {
		const client = await test.connect('sensor-1', await test.add('sensor-1'))
		client.publish(topic, '{"state":{"desired":{"interval":1}}}', { qos: 1 })
		await until(() => !client.connected)
	})

	it.each([['$aws/things/toilet-1/shadow/name/config/#'], ['$aws/things/+/shadow/name/config/update/delta']])(
		'cannot listen to %s',
		async (filter) => {
			const client = await test.connect('sensor-2', await test.add('sensor-2'))
			await expect(client.subscribeAsync(filter, { qos: 1 })).rejects.toThrow()
		},
	)
})
