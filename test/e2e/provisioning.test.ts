import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addDevice } from '../../infra/local/cli/addDevice.ts'
import { certificatesOf } from '../../infra/local/provisionDevice.ts'
import { Device, RegistryView } from '../../shared/contract/registry/registry.ts'
import { type Api, apiAs, tokenFor } from './api.ts'
import { type Aws, awsOf } from './aws.ts'
import { connected } from './clients.ts'
import { mustRun } from './commandLine.ts'
import { emptyOnFreePorts, type StartedEdition, startEdition } from './edition.ts'

// The hook's first call starts its process.
vi.setConfig({ testTimeout: 30_000 })

const CREATE = '$aws/certificates/create/json'
const PROVISION = '$aws/provisioning-templates/sanitation_devices/provision/json'
const suffix = randomUUID().slice(0, 8)
const [first, thing, serial] = [`first-${suffix}`, `toilet-${suffix}`, `SN-${suffix}`]

let edition: StartedEdition
let api: Api
let aws: Aws
beforeAll(async () => {
	edition = await startEdition(await mkdtemp(join(tmpdir(), 'provisioning-')), ...emptyOnFreePorts)
	api = apiAs(edition.running.apiUrl, await tokenFor(edition.dataFolder, '--role', 'admin'))
	aws = awsOf(edition.running)
	const name = { zh: '公厕', en: 'Toilet' }
	// Makes the courtyard.
	await addDevice(
		edition.dataFolder,
		edition.running,
		Device.parse({ id: first, kind: 'toilet', courtyard: 'yard', name }),
	)
	await device('add', '--id', thing, '--kind', 'toilet', '--courtyard', 'yard', '--serial', serial)
})
afterAll(async () => {
	aws?.close()
	await edition?.end()
	await rm(edition.dataFolder, { recursive: true, force: true })
})

const device = (...args: string[]) =>
	mustRun('npm', ['run', '-s', 'device', '--', ...args, '--data', edition.dataFolder])

/** Asks as a device that has nothing but the claim certificate; resolves with the topic and the body of the answer. */
const ask = async (topic: string, payload: object): Promise<[string, Record<string, string>]> => {
	const [cert, key] = await Promise.all(
		['cert.pem', 'key.pem'].map((file) => readFile(join(edition.dataFolder, 'claim', file), 'utf8')),
	)
	const certificate = { cert: cert ?? '', key: key ?? '' }
	const client = await connected(edition, first, { certificate, clientId: `_claim-${randomUUID()}` })
	await client.subscribeAsync([`${topic}/accepted`, `${topic}/rejected`], { qos: 1 })
	const answered = new Promise<[string, Record<string, string>]>((resolve) => {
		client.once('message', (from, body) => resolve([from, JSON.parse(body.toString())]))
	})
	await client.publishAsync(topic, JSON.stringify(payload), { qos: 1 })
	const answer = await answered
	await client.endAsync()
	return answer
}
const certificateOf = async () => (await ask(CREATE, {}))[1]
const register = ({ certificateOwnershipToken }: Record<string, string>, SerialNumber: string) =>
	ask(PROVISION, { certificateOwnershipToken, parameters: { SerialNumber } })
const connectAs = (id: string, { certificatePem = '', privateKey = '' }: Record<string, string>): Promise<MqttClient> =>
	connected(edition, first, { certificate: { cert: certificatePem, key: privateKey }, clientId: id })

describe('a device out of its box', () => {
	let made: Record<string, string>

	it('fetches its certificate by its serial number, and its first reading is there', async () => {
		made = await certificateOf()
		expect(await register(made, serial)).toEqual([
			`${PROVISION}/accepted`,
			{ deviceConfiguration: {}, thingName: thing },
		])
		const client = await connectAs(thing, made)
		await client.publishAsync(`dt/sanitation/${thing}/json`, '{"ammonia":0.31}', { qos: 1 })
		await client.endAsync()
		await aws.drained()
		expect((await api.readings(thing)).readings).toMatchObject([{ values: { ammonia: 0.31 } }])
	})

	it('is answered the same again; another device with that serial number is refused', async () => {
		expect((await register(made, serial))[1].thingName).toBe(thing)
		const copy = await certificateOf()
		expect(await register(copy, serial)).toMatchObject([`${PROVISION}/rejected`, { errorCode: 'AccessDenied' }])
		expect(await register(copy, `SN-unknown`)).toMatchObject([`${PROVISION}/rejected`, { errorCode: 'AccessDenied' }])
		expect(await register(copy, first)).toMatchObject([`${PROVISION}/rejected`, { errorCode: 'AccessDenied' }])
	})

	it('is cut off when it is revoked, and comes back once its serial number is allowed again', async () => {
		const client = await connectAs(thing, made)
		const cut = new Promise<void>((resolve) => client.once('close', resolve))
		await device('revoke', '--id', thing)
		await cut
		await expect(connectAs(thing, made)).rejects.toThrow()
		const next = await certificateOf()
		expect((await register(next, serial))[1].errorCode).toBe('AccessDenied')
		await device('allow', '--serial', serial)
		expect((await register(next, serial))[1].thingName).toBe(thing)
		await (await connectAs(thing, next)).endAsync()
		await expect(connectAs(thing, made)).rejects.toThrow()
	})
})

it('a device rotated by the command connects with its new files, and the old certificate ends with that', async () => {
	const { cert, key } = certificatesOf(edition.dataFolder, first)
	const old = { certificatePem: await readFile(cert, 'utf8'), privateKey: await readFile(key, 'utf8') }
	const before = await connectAs(first, old)
	await device('rotate', '--id', first)
	expect(before.connected).toBe(true)
	await before.endAsync()
	await (await connected(edition, first)).endAsync()
	await vi.waitFor(async () => expect(await device('list')).toMatch(new RegExp(`${first}.*INACTIVE ACTIVE`)), 10_000)
	await expect(connectAs(first, old)).rejects.toThrow()
})

it('a device of the registry gets a certificate by the command, and its entry stays as it is', async () => {
	const id = `bin-${suffix}`
	const name = { zh: '分类亭', en: 'Kiosk' }
	const entry = { id, kind: 'waste', courtyard: 'yard', name, binHeight: 1200, interval: 600 }
	await api.call('/registry', { method: 'PUT', body: JSON.stringify({ devices: [entry] }) })
	const inRegistry = async () =>
		RegistryView.parse(await (await api.call('/registry')).json()).devices.find((known) => known.id === id)
	const known = await inRegistry()
	expect(known).toMatchObject(entry)
	await device('certificate', '--id', id)
	expect(await inRegistry()).toEqual(known)
	await (await connected(edition, id)).endAsync()
})
