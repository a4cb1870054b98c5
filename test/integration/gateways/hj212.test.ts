import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readSegment } from '../../../devices/codecs/hj212/segment.ts'
import { startBroker, testAuthority } from '../../unit/devices/client/testBroker.ts'
import { frameOf, MN } from '../../unit/devices/codecs/hj212/frames.ts'
import { temporaryFolder } from '../local-runtime/temporaryFolder.ts'
import { callGateway } from './station.ts'

const program = fileURLToPath(new URL('../../../devices/gateways/hj212/main.ts', import.meta.url))
const authority = await testAuthority()
const server = await authority.issue('localhost')
const thing = await authority.issue('gateway-1')

/** The program with its own folder, and a broker that can come and go on one port. */
async function bench(limits: object = {}) {
	const folder = temporaryFolder()
	for (const name of ['cert', 'key', 'ca'] as const) writeFileSync(join(folder, name), thing[name])
	const broker = await startBroker(server)
	const listen = { host: '127.0.0.1', port: await freePort() }
	const mqtt = { url: `mqtts://localhost:${broker.port}`, thing: 'gateway-1', cert: 'cert', key: 'key', ca: 'ca' }
	const config = { listen, mqtt, stations: [{ mn: MN, pw: '123456' }], limits }
	writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
	const start = async () => {
		const child = spawn(
			process.execPath,
			['--disable-warning=ExperimentalWarning', program, '--config', 'config.json'],
			{
				cwd: folder,
				stdio: ['ignore', 'pipe', 'pipe'],
			},
		)
		onTestFinished(() => void child.kill('SIGKILL'))
		let said = ''
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
		await vi.waitUntil(() => said.includes('listens') || child.exitCode !== null, { timeout: 20_000 })
		return { child, said: () => said }
	}
	return { broker, folder, listen, start }
}

async function freePort(): Promise<number> {
	const broker = await startBroker(server)
	await broker.stop()
	return broker.port
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
	child.kill(signal)
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
	return child.exitCode
}

/** The request numbers in what arrived at a broker. */
const requests = (received: readonly { payload: string }[]): Set<string> =>
	new Set(received.map(({ payload }) => (readSegment(payload.slice(6, -6)) as { qn: string }).qn))

test('a frame is acknowledged and goes to the topic of the gateway, without its password', async () => {
	const { broker, listen, start } = await bench()
	onTestFinished(() => broker.stop())
	const { child, said } = await start()
	const station = await callGateway(listen.port)
	const qn = station.say('DataTime=20260801083000;w01001-Rtd=7')
	await vi.waitFor(() => expect([...station.acknowledged]).toEqual([qn]))
	await vi.waitFor(() => expect(broker.received).toHaveLength(1))
	expect(broker.received[0]).toMatchObject({ topic: 'dt/sanitation/gateway-1/hj212' })
	expect(broker.received[0]?.payload).not.toContain('PW=')
	expect(await kill(child, 'SIGTERM')).toBe(0)
	expect(said()).not.toContain('Error')
})

test('no acknowledged frame is lost: the broker goes away, and the gateway is killed while it takes frames', async () => {
	const { broker, listen, start } = await bench()
	const acknowledged = new Set<string>()
	const all: string[] = []
	const arrived: string[] = []
	for (let round = 1; round <= 3; round += 1) {
		const { child } = await start()
		const station = await callGateway(listen.port)
		let isGone = false
		void station.gone.then(() => {
			isGone = true
		})
		const killAt = performance.now() + 150 + round * 37
		while (!isGone) {
			all.push(station.say(`DataTime=20260801083000;w01001-Rtd=${7 + round / 10}`))
			await new Promise((resolve) => setTimeout(resolve, 1))
			// Only some of the first round's frames reach the broker.
			if (round === 1 && all.length === 20) {
				await vi.waitUntil(() => broker.received.length > 0)
				arrived.push(...requests(broker.received))
				await broker.stop()
			}
			if (performance.now() > killAt && station.acknowledged.size > 5) child.kill('SIGKILL')
		}
		for (const qn of station.acknowledged) acknowledged.add(qn)
	}
	expect(acknowledged.size).toBeGreaterThan(50)
	const second = await startBroker(server, { port: broker.port })
	onTestFinished(() => second.stop())
	const { child } = await start()
	const known = () => new Set([...arrived, ...requests(second.received)])
	await vi.waitFor(() => expect([...acknowledged].filter((qn) => !known().has(qn))).toEqual([]), { timeout: 30_000 })
	expect([...known()].filter((qn) => !all.includes(qn))).toEqual([])
	await kill(child, 'SIGTERM')
})

test('who names a wrong password, speaks no HJ 212 or says nothing is cut off; the others are not concerned', async () => {
	const { broker, listen, start } = await bench({ idleSeconds: 2, connections: 3 })
	onTestFinished(() => broker.stop())
	const { said } = await start()
	const call = () => callGateway(listen.port)
	const [silent, wrong, noise] = [await call(), await call(), await call()]
	// The fourth is one too many: who has said nothing for longest makes room.
	const good = await call()
	await silent.gone
	wrong.write(frameOf('', { pw: '000000' }))
	noise.write('##GET '.repeat(30))
	await Promise.all([noise.gone, wrong.gone])
	const qn = good.say('DataTime=20260801083000;w01001-Rtd=7')
	await vi.waitFor(() => expect([...good.acknowledged]).toEqual([qn]))
	await good.gone
	await vi.waitFor(() => expect(said()).toMatch(/said nothing for long/), { timeout: 10_000 })
	expect(said()).toMatch(/does not speak HJ 212/)
	expect(said()).toMatch(/password is wrong/)
})

test('where all connections are stations’, a further one is refused', async () => {
	const { broker, listen, start } = await bench({ connections: 1 })
	onTestFinished(() => broker.stop())
	await start()
	const station = await callGateway(listen.port)
	const says = () => station.say('DataTime=20260801083000;w01001-Rtd=7')
	says()
	await vi.waitFor(() => expect(station.acknowledged.size).toBe(1))
	await (await callGateway(listen.port)).gone
	says()
	await vi.waitFor(() => expect(station.acknowledged.size).toBe(2))
})

test('a certificate that is not there, or an outbox that is in use, ends the start with code 1 and words', async () => {
	const { broker, folder, start } = await bench()
	onTestFinished(() => broker.stop())
	await start()
	const second = await start()
	expect([second.child.exitCode, second.said()]).toEqual([
		1,
		expect.stringMatching(/outbox .* another process uses it/),
	])
	rmSync(join(folder, 'key'))
	const third = await start()
	expect([third.child.exitCode, third.said()]).toEqual([1, expect.stringMatching(/key of "mqtt" cannot be read/)])
})
