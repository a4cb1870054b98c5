import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pause, startTestBroker, type TestBroker, until } from './testBroker.ts'

let test: TestBroker
beforeAll(async () => {
	test = await startTestBroker()
})
afterAll(() => test.end())

const listen = (client: MqttClient): string[] => {
	const heard: string[] = []
	client.on('message', (topic, payload) => heard.push(`${topic} ${payload}`))
	return heard
}

/** 128 is SUBACK's failure. */
const granted = async (client: MqttClient, filter: string, qos: 0 | 1 | 2 = 1): Promise<number | undefined> =>
	client.subscribeAsync(filter, { qos }).then(
		([grant]) => grant?.qos,
		() => 128,
	)

it("a display hears the events of its own courtyard and not another's", async () => {
	const a = await test.connect('display-a', await test.add('display-a', 'DisplayPolicy', { courtyard: 'c-a' }))
	const b = await test.connect('display-b', await test.add('display-b', 'DisplayPolicy', { courtyard: 'c-b' }))
	const [heardA, heardB] = [listen(a), listen(b)]
	expect(await granted(a, 'evt/sanitation/c-a/#')).toBe(1)
	expect(await granted(b, 'evt/sanitation/c-b/#')).toBe(1)
	expect(await granted(b, 'evt/sanitation/c-a/#')).toBe(128)
	expect(await granted(b, 'evt/sanitation/+/tasks')).toBe(128)
	expect(await granted(b, '#')).toBe(128)
	await test.broker.publish('evt/sanitation/c-a/tasks', Buffer.from('overflow'), { qos: 1 })
	await until(() => heardA.length === 1)
	await pause(100)
	expect({ heardA, heardB }).toEqual({ heardA: ['evt/sanitation/c-a/tasks overflow'], heardB: [] })
})

it('a refused subscription leaves the connection and its other subscriptions alone', async () => {
	const client = await test.connect('display-c', await test.add('display-c', 'DisplayPolicy', { courtyard: 'c-c' }))
	const heard = listen(client)
	const both = { 'evt/sanitation/c-d/#': { qos: 1 }, 'evt/sanitation/c-c/#': { qos: 1 } } as const
	await client.subscribeAsync(both).catch(() => {})
	await test.broker.publish('evt/sanitation/c-d/tasks', Buffer.from('d'))
	await test.broker.publish('evt/sanitation/c-c/tasks', Buffer.from('c'))
	await until(() => heard.length > 0)
	await pause(100)
	expect(heard).toEqual(['evt/sanitation/c-c/tasks c'])
	expect(client.connected).toBe(true)
})

it('a refused subscription of a persistent session brings nothing after a reconnect either', async () => {
	const issued = await test.add('display-p', 'DisplayPolicy', { courtyard: 'c-p' })
	const first = await test.connect('display-p', issued, { clean: false })
	const both = { 'evt/sanitation/c-q/#': { qos: 1 }, 'evt/sanitation/c-p/#': { qos: 1 } } as const
	await first.subscribeAsync(both).catch(() => {})
	await first.endAsync()
	await test.broker.publish('evt/sanitation/c-q/tasks', Buffer.from('q'), { qos: 1 })
	await test.broker.publish('evt/sanitation/c-p/tasks', Buffer.from('p'), { qos: 1 })
	const heard: string[] = []
	await test.connect('display-p', issued, { clean: false }, (message) => heard.push(message))
	await until(() => heard.length > 0)
	await pause(100)
	expect(heard).toEqual(['evt/sanitation/c-p/tasks p'])
})

it('a device hears commands to itself', async () => {
	const client = await test.connect('toilet-1', await test.add('toilet-1'))
	const heard = listen(client)
	expect(await granted(client, 'cmd/sanitation/toilet-1/#')).toBe(1)
	expect(await granted(client, 'cmd/sanitation/toilet-2/#')).toBe(128)
	expect(await granted(client, '$aws/rules/sanitation_telemetry/#')).toBe(128)
	expect(await granted(client, '$SYS/#')).toBe(128)
	expect(await granted(client, 'cmd/sanitation/toilet-1/#', 2)).toBe(128)
	await test.broker.publish('cmd/sanitation/toilet-1/reboot', Buffer.from('now'))
	await until(() => heard.length === 1)
})

it('Basic Ingest and the broker’s own topics reach nobody, whatever a policy allows', async () => {
	const open = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'iot:*', Resource: '*' } }
	const broad = await startTestBroker({ policies: { DevicePolicy: open } })
	try {
		const listener = await broad.connect('listener', await broad.add('listener'))
		const heard = listen(listener)
		await listener.subscribeAsync('#')
		await listener.subscribeAsync('+/#')
		await listener.subscribeAsync('$aws/#')
		const device = await broad.connect('bin-1', await broad.add('bin-1'))
		await device.publishAsync('$aws/rules/sanitation_telemetry/dt/sanitation/bin-1/json', 'x', { qos: 1 })
		await device.publishAsync('dt/sanitation/bin-1/json', 'y', { qos: 1 })
		await until(() => heard.length >= 1)
		await pause(100)
		expect(new Set(heard)).toEqual(new Set(['dt/sanitation/bin-1/json y']))
		expect(broad.delivered).toHaveLength(2)
	} finally {
		await broad.end()
	}
})
