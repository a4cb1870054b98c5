import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { isAlive } from '../../../infra/local/assembly/withLock.ts'
import { openCertificateAuthority } from '../../../infra/local/iot/certificateAuthority.ts'
import { openThingRegistry } from '../../../infra/local/iot/thingRegistry.ts'
import { provisionDevice } from '../../../infra/local/provisionDevice.ts'
import { apiAs, staffApi, tokenFor } from '../../e2e/api.ts'
import { awsOf } from '../../e2e/aws.ts'
import { emptyOnFreePorts, type StartedEdition, samePorts, startEdition } from '../../e2e/edition.ts'
import { factsOf } from '../../e2e/facts.ts'
import { startSender } from './sender.ts'

const devices = Array.from({ length: 20 }, (_, i) => `toilet-${i + 1}-${Date.now().toString(36)}`)
/** Each has a twin, which later gets the same readings in one message and in peace. */
const twinOf = (device: string): string => `${device}-twin`
const rounds = 3
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
/** In [0, 1), by mulberry32: the same for the same seed. */
const random = (n: number): number => {
	let t = Math.imul(seed + n, 0x6d2b79f5)
	t = Math.imul(t ^ (t >>> 15), t | 1)
	t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
	return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

let edition: StartedEdition
beforeAll(async () => {
	edition = await startEdition(await mkdtemp(join(tmpdir(), 'kill-')), ...emptyOnFreePorts)
	await register(edition)
})
afterAll(async () => {
	await edition?.end()
	await rm(edition.dataFolder, { recursive: true, force: true })
})

it(`kill -9 while 20 clients publish: what was acknowledged is in the tables once, and so are its alarms (SEED=${seed})`, async () => {
	const senders = await Promise.all(devices.map((device) => startSender(edition, device)))
	const sum = (count: (sender: (typeof senders)[number]) => number): number =>
		senders.reduce((total, sender) => total + count(sender), 0)
	for (let round = 1; round <= rounds; round += 1) {
		const before = sum(({ acknowledged }) => acknowledged.size)
		// Every client is at it, then a random moment: in the middle of a batch, of a write, of a cold start.
		await vi.waitUntil(() => senders.every((sender) => sender.sinceConnected() > 3), { timeout: 20_000, interval: 10 })
		const moment = Math.floor(random(round) * 2500)
		await new Promise((resolve) => setTimeout(resolve, moment))
		const children = edition.children()
		await edition.kill()
		const acknowledged = sum((sender) => sender.acknowledged.size) - before
		const open = sum((sender) => sender.sent.size - sender.acknowledged.size)
		for (const sender of senders) sender.connectionWasCut()
		await vi.waitUntil(() => !children.some(isAlive), { timeout: 5000 })
		edition = await startEdition(edition.dataFolder, '--empty', ...samePorts(edition.running))
		const aws = awsOf(edition.running)
		const waiting = await aws.waiting('telemetry')
		aws.close()
		console.info(
			`round ${round}: killed ${moment} ms after all 20 were at it; ${acknowledged} acknowledged, ${open} not yet; ` +
				`${children.length} children gone; at least ${waiting} messages wait after the start`,
		)
	}
	await vi.waitUntil(() => senders.every((sender) => sender.sinceConnected() > 0), { timeout: 20_000, interval: 10 })
	await Promise.all(senders.map((sender) => sender.stop()))
	const aws = awsOf(edition.running)
	await aws.drained(60_000)

	const stored = (await aws.scan('telemetry')).filter(({ device }) => devices.includes(String(device)))
	const members = stored.flatMap(({ readings }) => (readings instanceof Set ? [...readings] : []))
	expect(members).toHaveLength(sum(({ sent }) => sent.size))
	const api = await staffApi(edition)
	for (const { device, sent, acknowledged, from } of senders) {
		expect(acknowledged.size, device).toBe(sent.size)
		const { readings } = await api.readings(device, from)
		const found = readings.map(({ at, values }) => [Date.parse(at), values.ammonia])
		expect(found, device).toEqual([...sent].sort(([a], [b]) => a - b))
	}

	for (const { device, sent } of senders) {
		const pack = [...sent].map(([at, ammonia]) => ({ at, ammonia }))
		await aws.publish(`dt/sanitation/${twinOf(device)}/json`, JSON.stringify(pack))
	}
	await aws.drained(60_000)
	for (const device of devices) expect(await factsOf(aws, device), device).toEqual(await factsOf(aws, twinOf(device)))
	expect(await aws.waiting('deadLetter')).toBe(0)
	aws.close()
	console.info(
		`${members.length} readings of 20 devices: each acknowledged and in the tables once, alarms and tasks as in peace`,
	)
}, 120_000)

/** Registers the devices and issues their certificates, as the command that adds one does. */
const register = async ({ dataFolder, running }: StartedEdition): Promise<void> => {
	const api = apiAs(running.apiUrl, await tokenFor(dataFolder, '--role', 'admin'))
	const name = { zh: '院落', en: 'Courtyard' }
	const response = await api.call('/registry', {
		method: 'PUT',
		body: JSON.stringify({
			townships: [{ id: 'town', name }],
			villages: [{ id: 'village', township: 'town', name }],
			courtyards: [{ id: 'yard', village: 'village', name, kind: 'settlement', households: 20 }],
			devices: [...devices, ...devices.map(twinOf)].map((id) => ({ id, kind: 'toilet', courtyard: 'yard', name })),
		}),
	})
	expect(response.status, await response.text()).toBe(200)
	const provisioner = {
		dataFolder,
		authority: await openCertificateAuthority(dataFolder),
		things: await openThingRegistry(dataFolder),
		policies: running.policies,
	}
	await Promise.all(devices.map((id) => provisionDevice(provisioner, { id, kind: 'toilet', courtyard: 'yard' })))
}
