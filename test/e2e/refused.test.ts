import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addDevice } from '../../infra/local/cli/addDevice.ts'
import { openCertificateAuthority } from '../../infra/local/iot/certificateAuthority.ts'
import { writeDeviceFiles } from '../../infra/local/iot/deviceFiles.ts'
import { certificatesOf } from '../../infra/local/provisionDevice.ts'
import { Device } from '../../shared/contract/registry/registry.ts'
import { type Api, staffApi } from './api.ts'
import { type Aws, awsOf } from './aws.ts'
import { connected, mosquitto, mqttJs } from './clients.ts'
import { run } from './commandLine.ts'
import { emptyOnFreePorts, type StartedEdition, startEdition } from './edition.ts'

// A refusal that does not come would be waited for.
vi.setConfig({ testTimeout: 20_000 })

const suffix = randomUUID().slice(0, 8)
const [own, victim, gateway, behind, screen] = ['own', 'victim', 'gateway', 'behind', 'screen'].map(
	(name) => `${name}-${suffix}`,
) as [string, string, string, string, string]

let edition: StartedEdition
let foreign: string
let api: Api
let aws: Aws
beforeAll(async () => {
	edition = await startEdition(await mkdtemp(join(tmpdir(), 'refused-')), ...emptyOnFreePorts)
	foreign = await mkdtemp(join(tmpdir(), 'foreign-'))
	api = await staffApi(edition)
	aws = awsOf(edition.running)
	const add = (id: string, kind: string, courtyard = 'yard', more = {}) =>
		addDevice(
			edition.dataFolder,
			edition.running,
			Device.parse({ id, kind, courtyard, name: { zh: id, en: id }, ...more }),
		)
	await add(own, 'toilet')
	await add(victim, 'toilet')
	await add(gateway, 'gateway')
	await add(behind, 'waste', 'yard', { gateway })
	await add(screen, 'display')
	await add(`other-${screen}`, 'display', 'other-yard')
})
afterAll(async () => {
	aws?.close()
	await edition?.end()
	await Promise.all([edition.dataFolder, foreign].map((folder) => rm(folder, { recursive: true, force: true })))
})

const bad = '{"ammonia":9}'
const nothingIsKnownOf = async (device: string): Promise<void> => {
	await aws.drained()
	expect((await api.readings(device)).readings).toEqual([])
	expect(await api.quarantined(device)).toEqual([])
}

/** Resolves when the broker has closed the connection without an acknowledgement. */
const refusedPublish = async (device: string, topic: string): Promise<void> => {
	const client = await connected(edition, device)
	const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
	let acknowledged = false
	client.publish(topic, bad, { qos: 1 }, (fault) => {
		acknowledged = fault === null || fault === undefined
	})
	await closed
	expect(acknowledged).toBe(false)
	await client.endAsync(true)
}

describe('a device', () => {
	it.each([
		["another's name", `dt/sanitation/${victim}/json`],
		["another's name by Basic Ingest", `$aws/rules/sanitation_telemetry/dt/sanitation/${victim}/json`],
		["the courtyard's alerts", 'evt/sanitation/yard/tasks'],
		['a topic of no kind', 'anything'],
	])('publishing under %s is refused and disconnected, and nothing of it is kept', async (_, topic) => {
		await refusedPublish(own, topic)
		await nothingIsKnownOf(victim)
	})

	it('publishing under its own name by Basic Ingest is heard', async () => {
		const topic = `$aws/rules/sanitation_telemetry/dt/sanitation/${own}/json`
		await mqttJs.publish(edition, own, '{"ammonia":0.2}', topic)
		await aws.drained()
		expect((await api.readings(own)).readings).toMatchObject([{ values: { ammonia: 0.2 } }])
	})

	it("cannot take another's name to connect", async () => {
		await expect(connected(edition, own, { clientId: victim })).rejects.toThrow()
	})

	it.runIf(mosquitto.here)('is refused with mosquitto as well', async () => {
		await expect(mosquitto.publish(edition, own, bad, `dt/sanitation/${victim}/json`)).rejects.toThrow(
			/connection was lost|Error/i,
		)
		await nothingIsKnownOf(victim)
	})
})

describe('a gateway', () => {
	it('speaks for the devices listed under it, and for no other', async () => {
		const entries = [
			{ device: behind, fill: 20 },
			{ device: victim, ammonia: 9 },
		]
		await mqttJs.publish(edition, gateway, JSON.stringify(entries))
		await aws.drained()
		expect((await api.readings(behind)).readings).toMatchObject([{ values: { fill: 20 } }])
		expect((await api.readings(victim)).readings).toEqual([])
		const [refused, ...more] = await api.quarantined(gateway)
		expect(more).toEqual([])
		expect(refused?.reasons).toMatchObject([{ code: 'not-listed', device: victim }])
		expect(refused?.reasons[0]?.text.en).toContain(`${gateway} may not speak for the device ${victim}`)
	})

	it('another device cannot speak for one that has a gateway', async () => {
		await mqttJs.publish(edition, own, JSON.stringify({ device: behind, fill: 99 }))
		await aws.drained()
		expect((await api.readings(behind)).readings).toHaveLength(1)
		expect(await api.quarantined(own)).toMatchObject([{ reasons: [{ code: 'not-listed' }] }])
	})
})

describe('a display', () => {
	it("hears its own courtyard only: another's topic ends the connection", async () => {
		const client = await connected(edition, screen)
		await expect(client.subscribeAsync('evt/sanitation/other-yard/#', { qos: 1 })).rejects.toThrow()
		await client.endAsync(true)
	})

	it('may not publish', async () => {
		await refusedPublish(screen, `dt/sanitation/${screen}/json`)
		await nothingIsKnownOf(screen)
	})
})

describe('who has no certificate of ours does not connect:', () => {
	const filesOf = async (folder: string, name: string) => {
		const { certificatePem, privateKeyPem } = await (await openCertificateAuthority(folder)).issueDeviceCertificate(
			name,
		)
		return { cert: certificatePem, key: privateKeyPem }
	}

	it('a certificate of another CA, though it has the name of a device', async () => {
		await expect(connected(edition, own, { certificate: await filesOf(foreign, own) })).rejects.toThrow()
	})

	it('an anonymous client', async () => {
		await expect(connected(edition, own, { certificate: 'none' })).rejects.toThrow()
		await expect(connected(edition, own, { certificate: 'none', username: 'a', password: 'b' })).rejects.toThrow()
	})

	it('a certificate of our CA for a thing nobody has added', async () => {
		const certificate = await filesOf(edition.dataFolder, 'stranger')
		await expect(connected(edition, own, { certificate, clientId: 'stranger' })).rejects.toThrow()
	})

	it.runIf(mosquitto.here)('mosquitto with another CA, and without a certificate', async () => {
		const authority = await openCertificateAuthority(foreign)
		const wrong = await writeDeviceFiles(join(foreign, own), await authority.issueDeviceCertificate(own))
		const address = ['-h', 'localhost', '-p', String(edition.running.mqttPort), '-i', own, '-q', '1', '--cafile']
		const message = ['-t', `dt/sanitation/${own}/json`, '-m', bad]
		const ca = certificatesOf(edition.dataFolder, own).ca
		const before = await api.readings(own)
		for (const more of [['--cert', wrong.certificate, '--key', wrong.privateKey], []]) {
			const { code } = await run('mosquitto_pub', [...address, ca, ...more, ...message])
			expect(code).not.toBe(0)
		}
		await aws.drained()
		expect(await api.readings(own)).toEqual(before)
	})
})
