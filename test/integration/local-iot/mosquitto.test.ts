import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeviceFiles, writeDeviceFiles } from '../../../infra/local/iot/deviceFiles.ts'
import { startTestBroker, type TestBroker, until } from './testBroker.ts'

const installed = spawnSync('mosquitto_pub', ['--help']).error === undefined
if (!installed) console.warn('skipped: mosquitto_pub and mosquitto_sub are not installed (Debian: mosquitto-clients)')

type Ended = { code: number | null; output: string }

describe.skipIf(!installed)('mosquitto clients (OpenSSL)', () => {
	let test: TestBroker
	const subscribers: ChildProcess[] = []
	beforeAll(async () => {
		test = await startTestBroker()
	})
	afterAll(async () => {
		for (const subscriber of subscribers) subscriber.kill()
		await test.end()
	})

	const files = async (name: string, policy: 'DevicePolicy' | 'DisplayPolicy' = 'DevicePolicy', attributes = {}) =>
		writeDeviceFiles(join(test.dataDir, 'devices', name), await test.add(name, policy, attributes))
	const options = (name: string, { certificate, privateKey, ca }: DeviceFiles, host = 'localhost'): string[] => [
		...['-h', host, '-p', String(test.broker.port), '-i', name, '-q', '1'],
		...['--cafile', ca, '--cert', certificate, '--key', privateKey],
	]
	const run = async (command: string, args: string[]): Promise<Ended> => {
		const child = spawn(command, args, { timeout: 10_000 })
		let output = ''
		child.stdout.on('data', (chunk) => {
			output += chunk
		})
		child.stderr.on('data', (chunk) => {
			output += chunk
		})
		const [code] = await once(child, 'close')
		return { code, output }
	}

	it.each(['localhost', '127.0.0.1'])('a reading is published to %s', async (host) => {
		const args = options('toilet-1', await files('toilet-1'), host)
		const ended = await run('mosquitto_pub', [...args, '-t', 'dt/sanitation/toilet-1/json', '-m', '{"ammonia":5}'])
		expect(ended).toEqual({ code: 0, output: '' })
		expect(test.delivered.at(-1)?.body).toMatchObject({
			topic: 'dt/sanitation/toilet-1/json',
			payload: Buffer.from('{"ammonia":5}').toString('base64'),
		})
	})

	it("publishing under another device's name ends in an error", async () => {
		const before = test.delivered.length
		const args = options('toilet-2', await files('toilet-2'))
		const ended = await run('mosquitto_pub', [...args, '-t', 'dt/sanitation/toilet-1/json', '-m', 'x'])
		expect(ended.output).toMatch(/connection was lost|Error/i)
		expect(test.delivered).toHaveLength(before)
	})

	it('without a certificate there is no connection', async () => {
		const { ca } = await files('toilet-3')
		const args = ['-h', 'localhost', '-p', String(test.broker.port), '-i', 'toilet-3', '--cafile', ca]
		const ended = await run('mosquitto_pub', [...args, '-t', 'dt/sanitation/toilet-3/json', '-m', 'x'])
		expect(ended.code).not.toBe(0)
		expect(ended.output).not.toBe('')
	})

	it("a display hears its own courtyard's events; another's subscription is refused", async () => {
		let heard = ''
		const filter = 'evt/sanitation/c-a/#'
		const own = options('display-a', await files('display-a', 'DisplayPolicy', { courtyard: 'c-a' }))
		const subscriber = spawn('mosquitto_sub', [...own, '-t', filter, '-v'])
		subscribers.push(subscriber)
		subscriber.stdout.on('data', (chunk) => {
			heard += chunk
		})
		// It buffers its "Subscribed", so the event is repeated until the subscription is there.
		const repeat = setInterval(() => test.broker.publish('evt/sanitation/c-a/tasks', Buffer.from('overflow')), 50)
		await until(() => heard.includes('evt/sanitation/c-a/tasks overflow')).finally(() => clearInterval(repeat))

		const other = options('display-b', await files('display-b', 'DisplayPolicy', { courtyard: 'c-b' }))
		const refused = await run('mosquitto_sub', [...other, '-t', filter, '-W', '5'])
		expect(refused.output).toMatch(/denied|rejected/i)
	})
})
