import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { connectDevice, type DeviceClient, type DeviceOptions } from '../../../../devices/client/connectDevice.ts'
import { type Identity, startBroker, type TestBroker, testAuthority } from './testBroker.ts'

let broker: TestBroker | undefined
const clients: DeviceClient[] = []
let server: Identity
let bin: Identity

beforeAll(async () => {
	const authority = await testAuthority()
	server = await authority.issue('localhost')
	bin = await authority.issue('bin-1')
})
afterEach(async () => {
	await Promise.all(clients.splice(0).map((client) => client.end(0)))
	await broker?.stop()
	broker = undefined
})

const start = async (options?: Parameters<typeof startBroker>[1]) => {
	broker = await startBroker(server, options)
	return broker
}
const connect = async (port: number, more: Partial<DeviceOptions> = {}) => {
	const client = await connectDevice({
		url: `mqtts://localhost:${port}`,
		clientId: 'bin-1',
		...bin,
		reconnect: { baseMs: 20, maxMs: 100 },
		...more,
	})
	clients.push(client)
	return client
}

describe('a connected device', () => {
	test('publishes under its own name and is told when the broker has acknowledged', async () => {
		const gate = Promise.withResolvers<void>()
		const { port, received } = await start({ acknowledge: () => gate.promise })
		const client = await connect(port)
		let acknowledged = false
		const publishing = client.publish('{"fill":1}').then(() => {
			acknowledged = true
		})
		await expect.poll(() => received.length).toBe(1)
		expect(acknowledged).toBe(false)
		gate.resolve()
		await publishing
		expect(received).toEqual([{ topic: 'dt/sanitation/bin-1/json', payload: '{"fill":1}', dup: false }])
		expect(client.inFlight).toBe(0)
	})

	test('has no more messages under way than its window', async () => {
		const { port, received, mostUnacknowledged } = await start({
			acknowledge: () => new Promise((resolve) => setTimeout(resolve, 1)),
		})
		const client = await connect(port, { window: 5 })
		await Promise.all(Array.from({ length: 200 }, (_, n) => client.publish(String(n))))
		expect(received.map(({ payload }) => Number(payload))).toEqual(Array.from({ length: 200 }, (_, n) => n))
		expect(mostUnacknowledged()).toBeLessThanOrEqual(5)
	})

	test('sends again after a cut what was not acknowledged, and loses nothing', async () => {
		const troubles: string[] = []
		const { port, received, cut } = await start({
			acknowledge: async (n) => {
				if (n % 25 === 0) cut()
			},
		})
		const client = await connect(port, { onTrouble: (reason) => troubles.push(reason) })
		await Promise.all(Array.from({ length: 100 }, (_, n) => client.publish(String(n))))
		expect(new Set(received.map(({ payload }) => payload)).size).toBe(100)
		expect(troubles).toContain('connection lost')
	})

	test('comes back when the broker does, however long that takes', async () => {
		const { port, stop } = await start()
		const client = await connect(port)
		await stop()
		const publishing = client.publish('late')
		await expect.poll(() => client.connected).toBe(false)
		await new Promise((resolve) => setTimeout(resolve, 300))
		const { received } = await start({ port })
		await publishing
		expect(received.map(({ payload }) => payload)).toContain('late')
	})

	test('ended with a message under way says that it was not acknowledged', async () => {
		const { port, received } = await start({ acknowledge: () => new Promise(() => {}) })
		const client = await connect(port)
		const publishing = expect(client.publish('x')).rejects.toThrow('bin-1 ended before the acknowledgement')
		await expect.poll(() => received.length).toBe(1)
		await client.end(50)
		await publishing
		await expect(client.publish('y')).rejects.toThrow('ended')
	})

	test('gets what it may subscribe to, and is told when it may not', async () => {
		const { port, aedes } = await start()
		const client = await connect(port)
		const heard = new Promise<string>((resolve) => {
			void client
				.subscribe('evt/bin-1/#', (topic, payload) => resolve(`${topic} ${payload}`))
				.then(() =>
					aedes.publish(
						{ cmd: 'publish', topic: 'evt/bin-1/tasks', payload: 'full', qos: 1, dup: false, retain: false },
						() => {},
					),
				)
		})
		expect(await heard).toBe('evt/bin-1/tasks full')
		await expect(client.subscribe('evt/other/#', () => {})).rejects.toThrow()
	})
})

describe('a device that cannot connect is told why', () => {
	test('when nothing listens', async () => {
		const { port, stop } = await start()
		await stop()
		broker = undefined
		await expect(connect(port)).rejects.toThrow(/bin-1 cannot connect to mqtts:\/\/localhost:\d+: .*ECONNREFUSED/)
	})

	test("when the broker's certificate is of another authority", async () => {
		const { port } = await start()
		const stranger = await (await testAuthority()).issue('bin-1')
		await expect(connect(port, { ca: stranger.ca })).rejects.toThrow(/certificate/)
	})

	test('when its own certificate is of another authority', async () => {
		const { port, received } = await start()
		const stranger = await (await testAuthority()).issue('bin-1')
		await expect(connect(port, { cert: stranger.cert, key: stranger.key })).rejects.toThrow(/cannot connect/)
		expect(received).toEqual([])
	})
})
