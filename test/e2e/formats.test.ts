import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'cbor2'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { addDevice } from '../../infra/local/cli/addDevice.ts'
import { Device } from '../../shared/contract/registry/registry.ts'
import { type Api, staffApi } from './api.ts'
import { type Aws, awsOf } from './aws.ts'
import { connected, mosquitto, mqttJs } from './clients.ts'
import { emptyOnFreePorts, type StartedEdition, startEdition } from './edition.ts'

vi.setConfig({ testTimeout: 20_000 })

const suffix = randomUUID().slice(0, 8)
const [toilet, box, odour, bin, gateway] = ['toilet', 'box', 'odour', 'bin', 'gateway'].map(
	(name) => `${name}-${suffix}`,
) as [string, string, string, string, string]
const [odourEui, binEui] = [`24e124ff${suffix}`, `24e124fe${suffix}`]

let edition: StartedEdition
let api: Api
let aws: Aws
beforeAll(async () => {
	edition = await startEdition(await mkdtemp(join(tmpdir(), 'formats-')), ...emptyOnFreePorts)
	api = await staffApi(edition)
	aws = awsOf(edition.running)
	const add = (id: string, kind: string, more = {}) => {
		const device = Device.parse({ id, kind, courtyard: 'yard', name: { zh: id, en: id }, ...more })
		return addDevice(edition.dataFolder, edition.running, device)
	}
	await add(gateway, 'gateway')
	await add(toilet, 'toilet')
	await add(box, 'waste', { custom: { values: [{ pointer: '/d/level', measurand: 'fill', factor: 100 }] } })
	await add(odour, 'toilet', { gateway, eui: odourEui, model: 'GS301' })
	await add(bin, 'waste', { gateway, eui: binEui, model: 'EM400-MUD', binHeight: 2600, blindZone: 280 })
})
afterAll(async () => {
	aws?.close()
	await edition?.end()
	await rm(edition.dataFolder, { recursive: true, force: true })
})

const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64')
const heard = async (device: string) => {
	await aws.drained()
	return (await api.readings(device)).readings
}

it('SenML is understood in JSON and in CBOR', async () => {
	const at = Math.floor(Date.now() / 1000) - 120
	const pack = (t: number) => [{ bt: t, n: 'ammonia', u: 'ppm', v: 1 }]
	const client = await connected(edition, toilet)
	const topic = `dt/sanitation/${toilet}/senml`
	await client.publishAsync(topic, JSON.stringify(pack(at)), { qos: 1 })
	await client.publishAsync(topic, Buffer.from(encode(pack(at + 1))), { qos: 1 })
	await client.endAsync()
	expect(await heard(toilet)).toMatchObject([{ values: { ammonia: 0.696 } }, { values: { ammonia: 0.696 } }])
})

it('a device with names of its own is read by its mapping', async () => {
	await mqttJs.publish(edition, box, '{"d":{"level":0.42}}')
	expect(await heard(box)).toMatchObject([{ values: { fill: 42 } }])
})

it('an uplink of ChirpStack is of the device with its EUI, once, however often the gateway tells it', async () => {
	const time = new Date(Date.now() - 60_000).toISOString()
	const data = base64('017564047d6400057dfeff')
	const event = JSON.stringify({ time, deviceInfo: { devEui: odourEui }, data, rxInfo: [{ rssi: -71 }] })
	const client = mosquitto.here ? mosquitto : mqttJs
	await client.publish(edition, gateway, event, `dt/sanitation/${gateway}/chirpstack`)
	await client.publish(edition, gateway, event, `dt/sanitation/${gateway}/chirpstack`)
	expect(await heard(odour)).toEqual([{ at: time, values: { ammonia: 0.696, battery: 100, signal: -71 } }])
})

it('a message of The Things Stack becomes the fill of a bin; a simulated one nothing', async () => {
	const message = (data: string, more = {}) =>
		JSON.stringify({
			end_device_ids: { dev_eui: binEui.toUpperCase() },
			uplink_message: { frm_payload: data, received_at: new Date().toISOString() },
			...more,
		})
	const topic = `dt/sanitation/${gateway}/tts`
	await mqttJs.publish(edition, gateway, message(base64('04824408050000')), topic)
	await mqttJs.publish(edition, gateway, message(base64('0482e803050000'), { simulated: true }), topic)
	expect(await heard(bin)).toMatchObject([{ values: { fill: 20.86 } }])
	expect(await api.quarantined(gateway)).toEqual([])
})
