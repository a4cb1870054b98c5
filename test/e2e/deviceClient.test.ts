import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetThingShadowCommand, IoTDataPlaneClient, UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { connectDevice } from '../../devices/client/connectDevice.ts'
import { provisionByClaim } from '../../devices/client/provisioning/provisionByClaim.ts'
import { startDevice } from '../../devices/client/startDevice.ts'
import { type Api, apiAs, tokenFor } from './api.ts'
import { type Aws, awsOf } from './aws.ts'
import { mustRun, projectRoot } from './commandLine.ts'
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
