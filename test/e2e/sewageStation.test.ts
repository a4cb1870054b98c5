import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { writeFrame } from '../../devices/codecs/hj212/scanner.ts'
import { addDevice } from '../../infra/local/cli/addDevice.ts'
import { certificatesOf } from '../../infra/local/provisionDevice.ts'
import { Device } from '../../shared/contract/registry/registry.ts'
import { callGateway } from '../integration/gateways/station.ts'
import { MN } from '../unit/devices/codecs/hj212/frames.ts'
import { type Api, staffApi } from './api.ts'
import { type Aws, awsOf } from './aws.ts'
import { projectRoot, terminalEnvironment } from './commandLine.ts'
import { emptyOnFreePorts, type StartedEdition, samePorts, startEdition } from './edition.ts'

const suffix = randomUUID().slice(0, 8)
const [gateway, works, stranger] = [`gateway-${suffix}`, `works-${suffix}`, `stranger-${suffix}`]
const strangersMn = '88888880000001'

let edition: StartedEdition
let config: string
let port: number
const started: ChildProcess[] = []

beforeAll(async () => {
	const folder = await mkdtemp(join(tmpdir(), 'sewage-'))
	edition = await startEdition(folder, ...emptyOnFreePorts)
	const add = (id: string, kind: string, more = {}) => {
		const device = Device.parse({ id, kind, courtyard: 'yard', name: { zh: id, en: id }, ...more })
		return addDevice(folder, edition.running, device)
	}
	await add(gateway, 'gateway')
	await add(works, 'sewage', { gateway, mn: MN })
	// Registered, but the registry does not name the gateway.
	await add(stranger, 'sewage', { mn: strangersMn })
	port = await freePort()
	config = join(folder, 'gateway.json')
	const { cert, key, ca } = certificatesOf(folder, gateway)
	const json = {
		listen: { host: '127.0.0.1', port },
		mqtt: { url: `mqtts://localhost:${edition.running.mqttPort}`, thing: gateway, cert, key, ca },
		stations: [MN, strangersMn].map((mn) => ({ mn, pw: '123456' })),
	}
	await writeFile(config, JSON.stringify(json))
})
afterAll(async () => {
	for (const child of started) child.kill('SIGKILL')
	await edition?.end()
	await rm(edition.dataFolder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	server.close()
	return typeof address === 'object' && address ? address.port : 0
}

/** The program itself, as `npm run gateway:hj212` starts it. */
async function startGateway(): Promise<ChildProcess> {
	const launch = ['infra/local/launch.mjs', '../../devices/gateways/hj212/main.ts', '--config', config]
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...launch], {
		cwd: projectRoot,
		env: terminalEnvironment(),
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	started.push(child)
	await once(child.stdout, 'data')
	return child
}

const chinaTime = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().replaceAll(/\D/g, '').slice(0, 14)
const now = Math.floor(Date.now() / 1000) * 1000
const minutesAgo = (minutes: number): number => now - minutes * 60_000
const values = (at: number, ph: number): string =>
	`DataTime=${chinaTime(at)};w01001-Rtd=${ph},w01001-Flag=N;w00000-Rtd=2,w00000-Flag=N;w01018-Rtd=99,w01018-Flag=M`

async function heard(device: string): Promise<unknown[]> {
	const aws: Aws = awsOf(edition.running)
	try {
		await aws.drained()
		const api: Api = await staffApi(edition)
		return (await api.readings(device)).readings
	} finally {
		aws.close()
	}
}

it('a frame of a station becomes a reading; nothing acknowledged is lost though all is killed, nor counted twice', async () => {
	const first = await startGateway()
	const station = await callGateway(port)
	station.say(values(minutesAgo(30), 7))
	await vi.waitFor(() => expect(station.acknowledged.size).toBe(1))
	const reading = (minutes: number, ph: number) => ({
		at: new Date(minutesAgo(minutes)).toISOString(),
		values: { ph, flow: 7.2 },
	})
	await vi.waitFor(async () => expect(await heard(works)).toEqual([reading(30, 7)]), { timeout: 20_000, interval: 500 })

	const { running, dataFolder } = edition
	await edition.kill()
	station.say(values(minutesAgo(25), 7.1))
	station.say(values(minutesAgo(20), 7.2))
	await vi.waitFor(() => expect(station.acknowledged.size).toBe(3))
	first.kill('SIGKILL')
	await once(first, 'exit')

	const second = await startGateway()
	const again = await callGateway(port)
	// The station sends again what it is not sure of, and what is new.
	again.say(values(minutesAgo(20), 7.2))
	again.say(values(minutesAgo(15), 7.3))
	await vi.waitFor(() => expect(again.acknowledged.size).toBe(2))
	second.kill('SIGKILL')
	await once(second, 'exit')

	edition = await startEdition(dataFolder, '--empty', ...samePorts(running))
	await startGateway()
	const expected = [reading(30, 7), reading(25, 7.1), reading(20, 7.2), reading(15, 7.3)]
	await vi.waitFor(async () => expect(await heard(works)).toEqual(expected), { timeout: 60_000, interval: 1000 })
})

it('a station that the registry does not list under the gateway is kept apart', async () => {
	const station = await callGateway(port)
	const segment = `QN=20260801083000001;ST=32;CN=2011;PW=123456;MN=${strangersMn};Flag=5;CP=&&${values(minutesAgo(5), 7)}&&`
	station.write(writeFrame(segment))
	await vi.waitFor(() => expect(station.acknowledged.size).toBe(1))
	const api = await staffApi(edition)
	await vi.waitFor(async () => expect(await api.quarantined(gateway)).toMatchObject([{}]), {
		timeout: 20_000,
		interval: 500,
	})
	expect(await heard(stranger)).toEqual([])
})
