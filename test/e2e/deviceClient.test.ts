import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetThingShadowCommand, IoTDataPlaneClient, UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { connectDevice } from '../../devices/client/connectDevice.ts'
import { provisionByClaim } from '../../devices/client/provisioning/provisionByClaim.ts'
import { startDevice } from '../../devices/client/startDevice.ts'
import { type Api, apiAs, tokenFor } from './api.ts'
import { type Aws, awsOf } from './aws.ts'
import { mustRun, projectRoot, terminalEnvironment } from './commandLine.ts'
import { emptyOnFreePorts, type StartedEdition, samePorts, startEdition } from './edition.ts'

// Two intervals of ten seconds, and a start of the edition between them.
vi.setConfig({ testTimeout: 120_000 })

const suffix = randomUUID().slice(0, 8)
let edition: StartedEdition
let api: Api
let aws: Aws
let iot: IoTDataPlaneClient
let folder = ''
let ca: Buffer
const started: ChildProcess[] = []

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'device-client-'))
	edition = await startEdition(join(folder, 'edition'), ...emptyOnFreePorts)
	api = apiAs(edition.running.apiUrl, await tokenFor(edition.dataFolder, '--role', 'admin'))
	aws = awsOf(edition.running)
	const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
	iot = new IoTDataPlaneClient({ endpoint: edition.running.endpoints.iotData, region: 'us-east-1', credentials })
	ca = await readFile(join(edition.dataFolder, 'claim', 'ca.pem'))
})
afterAll(async () => {
	for (const child of started) child.kill('SIGKILL')
	iot?.destroy()
	aws?.close()
	await edition?.end()
	await rm(folder, { recursive: true, force: true })
})

const register = (thing: string, serial: string) =>
	mustRun('npm', [
		...['run', '-s', 'device', '--', 'add', '--id', thing, '--kind', 'toilet', '--courtyard', 'yard'],
		...['--serial', serial, '--data', edition.dataFolder],
	])
const shadowOf = async (thingName: string) => {
	const { payload } = await iot.send(new GetThingShadowCommand({ thingName, shadowName: 'config' }))
	return JSON.parse(Buffer.from(payload ?? []).toString()).state
}
const desire = (thingName: string, desired: object) => {
	const payload = Buffer.from(JSON.stringify({ state: { desired } }))
	return iot.send(new UpdateThingShadowCommand({ thingName, shadowName: 'config', payload }))
}

it('a device out of its box gets its certificate, is configured, and loses no reading while the broker is away', async () => {
	const [thing, serial] = [`toilet-${suffix}`, `SN-${suffix}`]
	await register(thing, serial)
	await desire(thing, { interval: 10, offsets: { ammonia: -0.05 } })
	const claim = join(edition.dataFolder, 'claim')
	const [cert, key] = await Promise.all(['cert.pem', 'key.pem'].map((file) => readFile(join(claim, file))))
	const url = edition.running.mqttUrl
	const identity = await provisionByClaim({
		...{ file: join(folder, 'identity.json'), serial, template: edition.running.provisioning.template },
		connect: (clientId) => connectDevice({ url, clientId, cert: cert ?? '', key: key ?? '', ca }),
		trouble: (what) => console.warn(what),
	})
	expect(identity.thing).toBe(thing)

	let read = 0
	const device = await startDevice({
		connection: {
			url,
			clientId: thing,
			cert: identity.cert,
			key: identity.key,
			ca,
			reconnect: { baseMs: 100, maxMs: 500 },
		},
		files: { outbox: join(folder, 'outbox.sqlite'), config: join(folder, 'config.json') },
		standard: { interval: 300, offsets: {} },
		measure: async () => {
			read += 1
			return { ammonia: 0.12 + read / 100 }
		},
		trouble: () => {},
	})
	await vi.waitFor(async () => {
		expect((await shadowOf(thing)).reported).toEqual({ interval: 10, offsets: { ammonia: -0.05 } })
	}, 10_000)
	expect(device.clockOffBySeconds).toBeUndefined()
	await vi.waitFor(() => expect([read, device.waiting]).toEqual([1, 0]), 15_000)

	const { running } = edition
	await edition.interrupt()
	await vi.waitFor(() => expect(device.waiting).toBeGreaterThan(0), 15_000)
	edition = await startEdition(edition.dataFolder, '--empty', ...samePorts(running))
	await vi.waitFor(() => expect(device.waiting).toBe(0), 30_000)
	await device.stop()
	await aws.drained()
	const { readings } = await api.readings(thing)
	const values = readings.map(({ values: { ammonia } }) => ammonia).sort()
	expect(values).toEqual(Array.from({ length: read }, (_, n) => Number((0.12 + (n + 1) / 100 - 0.05).toFixed(6))))
})

/** The program itself, as `npm run gateway:sensor` starts it. */
const startGateway = async (config: string): Promise<ChildProcess> => {
	const launch = ['infra/local/launch.mjs', '../../devices/gateways/sensor/main.ts', '--config', config]
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...launch], {
		cwd: projectRoot,
		env: terminalEnvironment(),
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	started.push(child)
	let said = ''
	child.stderr.on('data', (text) => {
		said += text
	})
	const greeted = once(child.stdout, 'data')
	const ended = once(child, 'exit').then(() => Promise.reject(new Error(said)))
	ended.catch(() => {})
	await Promise.race([greeted, ended])
	return child
}

it('a gateway with a sensor on a port is one program and one file; killed, it goes on as the same device', async () => {
	const [thing, serial] = [`gauge-${suffix}`, `SN-gauge-${suffix}`]
	await register(thing, serial)
	const claim = (name: string) => join(edition.dataFolder, 'claim', name)
	const config = (number: string) => ({
		mqtt: { url: edition.running.mqttUrl, ca: claim('ca.pem') },
		claim: {
			...{ serial: number, template: edition.running.provisioning.template },
			...{ cert: claim('cert.pem'), key: claim('key.pem') },
		},
		sensor: { command: ['echo', '{"ammonia": 0.33}'] },
		...{ interval: 10, folder: `state-${number}` },
	})
	const file = join(folder, 'sensor.json')
	await writeFile(file, JSON.stringify(config('SN-nobody')))
	await expect(startGateway(file)).rejects.toThrow(
		/登记表里没有序列号 SN-nobody[\s\S]*the registry has no serial number SN-nobody/,
	)

	await writeFile(file, JSON.stringify(config(serial)))
	const heard = async (count: number) => {
		await vi.waitFor(async () => expect((await api.readings(thing)).readings).toHaveLength(count), 30_000)
	}
	const first = await startGateway(file)
	await heard(1)
	first.kill('SIGKILL')
	await once(first, 'exit')
	const second = await startGateway(file)
	await heard(2)
	second.kill('SIGTERM')
	expect(await once(second, 'exit')).toEqual([0, null])
	expect((await api.readings(thing)).readings).toMatchObject([
		{ values: { ammonia: 0.33 } },
		{ values: { ammonia: 0.33 } },
	])
})

const sdk = join(projectRoot, 'test', 'official-sdk')
const sdkIsHere = existsSync(join(sdk, 'node_modules', 'aws-iot-device-sdk-v2'))
if (!sdkIsHere) console.warn('skipped: aws-iot-device-sdk-v2 (npm ci --ignore-scripts --prefix test/official-sdk)')

it.runIf(sdkIsHere)('AWS’s own device SDK does the same: certificate by claim, configuration, reading', async () => {
	const [thing, serial] = [`sdk-${suffix}`, `SN-sdk-${suffix}`]
	await register(thing, serial)
	await desire(thing, { interval: 600 })
	const said = await mustRun(process.execPath, [
		...[join(sdk, 'device.ts'), '--host', 'localhost', '--port', String(edition.running.mqttPort)],
		...['--claim', join(edition.dataFolder, 'claim'), '--template', edition.running.provisioning.template],
		...['--serial', serial, '--reading', '{"ammonia":0.42}'],
	])
	expect(JSON.parse(said)).toEqual({ thing, desired: { interval: 600 }, published: true })
	expect((await shadowOf(thing)).reported).toEqual({ interval: 600 })
	await aws.drained()
	expect((await api.readings(thing)).readings).toMatchObject([{ values: { ammonia: 0.42 } }])
})
