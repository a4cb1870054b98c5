import { createHash, X509Certificate } from 'node:crypto'
import { connect, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provision } from '../../../functions/provision/provision.ts'
import { openCertificateAuthority } from '../../../infra/local/iot/certificateAuthority.ts'
import { openLooseCertificates } from '../../../infra/local/iot/looseCertificates.ts'
import { createCertificate } from '../../../infra/local/iot/provisioning/createCertificate.ts'
import { pendingCertificates } from '../../../infra/local/iot/provisioning/pendingCertificates.ts'
import { registerThing } from '../../../infra/local/iot/provisioning/registerThing.ts'
import { TemplateBody } from '../../../infra/local/iot/provisioning/templateBody.ts'
import { openThingRegistry } from '../../../infra/local/iot/thingRegistry.ts'
import { ProvisioningRequest } from '../../../shared/contract/registry/provisioning.ts'
import { MemoryProvisionings } from '../../doubles/memoryProvisionings.ts'
import { fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'
import { pause, startTestBroker, type TestBroker, until } from './testBroker.ts'

const CREATE = '$aws/certificates/create/json'
const PROVISION = '$aws/provisioning-templates/sanitation_devices/provision/json'
const hour = 3_600_000

const body = TemplateBody.parse({
	Parameters: {
		SerialNumber: { Type: 'String' },
		ThingName: { Type: 'String' },
		Courtyard: { Type: 'String' },
		'AWS::IoT::Certificate::Id': { Type: 'String' },
	},
	Resources: {
		thing: {
			Type: 'AWS::IoT::Thing',
			Properties: { ThingName: { Ref: 'ThingName' }, AttributePayload: { courtyard: { Ref: 'Courtyard' } } },
		},
		certificate: {
			Type: 'AWS::IoT::Certificate',
			Properties: { CertificateId: { Ref: 'AWS::IoT::Certificate::Id' }, Status: 'ACTIVE' },
		},
		policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'DevicePolicy' } },
	},
})

const serials = ['SN-1', 'SN-2', 'SN-3', 'SN-4', 'SN-5']
const devices = serials.map((serial, i) => ({ ...toilet, id: `toilet-${i + 1}`, serial }))
let test: TestBroker
let clock = Date.now()
let hookIsDown = false
let claim: { certificatePem: string; privateKeyPem: string; caPem: string; certificateId: string }

beforeAll(async () => {
	const ports = {
		registry: fixedRegistry(registryOf(...devices)),
		provisionings: new MemoryProvisionings(),
		now: () => clock,
	}
	test = await startTestBroker({
		answering: async (dataDir, log) => {
			const pending = pendingCertificates(() => clock)
			const things = await openThingRegistry(dataDir)
			const hook = async (event: unknown) => {
				if (hookIsDown) throw new Error('Task timed out')
				const decision = await provision(ports, ProvisioningRequest.parse(event))
				return decision.allowed
					? { allowProvisioning: true, parameterOverrides: decision.overrides }
					: { allowProvisioning: false }
			}
			const template = { name: 'sanitation_devices', arn: 'arn:aws:iot:…', enabled: true, body, hook }
			return [
				createCertificate(await openCertificateAuthority(dataDir), pending),
				registerThing(template, things, pending, log),
			]
		},
	})
	claim = await test.authority.issueNamelessCertificate()
	const certificates = openLooseCertificates(test.dataDir)
	await certificates.put({ id: claim.certificateId, status: 'ACTIVE', policies: ['ClaimPolicy'] })
})
afterAll(() => test.end())

/** A device that has nothing but the claim certificate: asks on a topic, and gets what comes back. */
type Newcomer = {
	ask(topic: string, payload: unknown): Promise<{ topic: string; body: Record<string, string> }>
	client: MqttClient
}
const newcomer = async (id = `_claim-${Math.random().toString(36).slice(2)}`): Promise<Newcomer> => {
	const heard: { topic: string; body: Record<string, string> }[] = []
	const client = await test.connect(id, claim)
	client.on('message', (topic, payload) => heard.push({ topic, body: JSON.parse(payload.toString()) }))
	for (const topic of [CREATE, PROVISION])
		await client.subscribeAsync([`${topic}/accepted`, `${topic}/rejected`], { qos: 1 })
	return {
		client,
		ask: async (topic, payload) => {
			const before = heard.length
			const content = typeof payload === 'string' ? payload : JSON.stringify(payload)
			await client.publishAsync(topic, content, { qos: 1 })
			await until(() => heard.length > before)
			return heard[before] ?? { topic: '', body: {} }
		},
	}
}
const certificateFor = async ({ ask }: Newcomer) => (await ask(CREATE, {})).body
const registerWith = ({ ask }: Newcomer, certificateOwnershipToken: string | undefined, SerialNumber: string) =>
	ask(PROVISION, { certificateOwnershipToken, parameters: { SerialNumber } })
const asDevice = (name: string, { certificatePem = '', privateKey = '' }: Record<string, string>) =>
	test.connect(name, { certificatePem, privateKeyPem: privateKey, caPem: claim.caPem })
const closes = (client: MqttClient): Promise<void> => until(() => !client.connected)

describe('a device with a claim certificate', () => {
	it('gets a certificate of its own, becomes the thing the registry names, and publishes as that', async () => {
		const device = await newcomer()
		const { topic, body: made } = await device.ask(CREATE, {})
		expect(topic).toBe(`${CREATE}/accepted`)
		expect(Object.keys(made).sort()).toEqual([
			'certificateId',
			'certificateOwnershipToken',
			'certificatePem',
			'privateKey',
		])
		const { raw } = new X509Certificate(made.certificatePem ?? '')
		expect(made.certificateId).toBe(createHash('sha256').update(raw).digest('hex'))
		await expect(asDevice('toilet-1', made)).rejects.toThrow(/not authorized/i)

		expect(await registerWith(device, made.certificateOwnershipToken, 'SN-1')).toEqual({
			topic: `${PROVISION}/accepted`,
			body: { deviceConfiguration: {}, thingName: 'toilet-1' },
		})
		expect(await test.things.get('toilet-1')).toEqual({
			name: 'toilet-1',
			attributes: { courtyard: 'yard-1' },
			certificates: [{ id: made.certificateId, madeAt: expect.any(String), status: 'ACTIVE' }],
			policies: ['DevicePolicy'],
		})
		const client = await asDevice('toilet-1', made)
		await client.publishAsync('dt/sanitation/toilet-1/json', '{"ammonia":0.2}', { qos: 1 })
		expect(test.delivered.at(-1)?.body).toMatchObject({ clientId: 'toilet-1', topic: 'dt/sanitation/toilet-1/json' })
		await expect(asDevice('toilet-2', made)).rejects.toThrow(/not authorized/i)
	})

	it('gets the same answer again for the same certificate, and none for a second one', async () => {
		const device = await newcomer()
		const first = await certificateFor(device)
		const accepted = await registerWith(device, first.certificateOwnershipToken, 'SN-2')
		expect(await registerWith(device, first.certificateOwnershipToken, 'SN-2')).toEqual(accepted)
		const other = await newcomer()
		const second = await certificateFor(other)
		expect(await registerWith(other, second.certificateOwnershipToken, 'SN-2')).toEqual({
			topic: `${PROVISION}/rejected`,
			body: { statusCode: 403, errorCode: 'AccessDenied', errorMessage: 'Access Denied' },
		})
		expect((await test.things.get('toilet-2'))?.certificates).toHaveLength(1)
		await expect(asDevice('toilet-2', second)).rejects.toThrow(/not authorized/i)
	})

	it('does not bring a revoked certificate back by asking again', async () => {
		const device = await newcomer()
		const made = await certificateFor(device)
		await registerWith(device, made.certificateOwnershipToken, 'SN-3')
		await test.things.update(
			'toilet-3',
			(thing) =>
				thing && { ...thing, certificates: thing.certificates.map((c) => ({ ...c, status: 'REVOKED' as const })) },
		)
		await registerWith(device, made.certificateOwnershipToken, 'SN-3')
		await expect(asDevice('toilet-3', made)).rejects.toThrow(/not authorized/i)
	})

	it.each([
		['a serial number that the registry does not have', 'SN-99'],
		['the name of a device in place of its serial number', 'toilet-4'],
	])('is refused with %s, and no thing is made', async (_what, serial) => {
		const device = await newcomer()
		const { certificateOwnershipToken } = await certificateFor(device)
		const { topic, body: refusal } = await registerWith(device, certificateOwnershipToken, serial)
		expect([topic, refusal.errorCode]).toEqual([`${PROVISION}/rejected`, 'AccessDenied'])
		expect(await test.things.get('toilet-4')).toBeUndefined()
	})

	it.each([
		['no token', {}, 'InvalidCertificateOwnershipToken'],
		['a token that nobody was given', { certificateOwnershipToken: 'x' }, 'InvalidCertificateOwnershipToken'],
		['what is no JSON', 'hello', 'InvalidPayload'],
		['a number as parameter', { certificateOwnershipToken: 'x', parameters: { SerialNumber: 4 } }, 'InvalidPayload'],
	])('is refused with %s', async (_what, payload, errorCode) => {
		const { topic, body: refusal } = await (await newcomer()).ask(PROVISION, payload)
		expect(topic).toBe(`${PROVISION}/rejected`)
		expect(refusal).toMatchObject({ statusCode: 400, errorCode, errorMessage: expect.stringMatching(/./) })
	})

	it('is refused when the hook fails, and can try again', async () => {
		const device = await newcomer()
		const { certificateOwnershipToken } = await certificateFor(device)
		hookIsDown = true
		expect((await registerWith(device, certificateOwnershipToken, 'SN-4')).body.errorCode).toBe('AccessDenied')
		hookIsDown = false
		expect((await registerWith(device, certificateOwnershipToken, 'SN-4')).body.thingName).toBe('toilet-4')
	})

	it('has an hour to register', async () => {
		const device = await newcomer()
		const { certificateOwnershipToken } = await certificateFor(device)
		clock += hour
		const { body: refusal } = await registerWith(device, certificateOwnershipToken, 'SN-5')
		expect(refusal.errorCode).toBe('InvalidCertificateOwnershipToken')
	})

	it('alone hears the answer: not another that shows the same certificate', async () => {
		const listening = await newcomer()
		const overheard: string[] = []
		listening.client.on('message', (topic) => overheard.push(topic))
		await certificateFor(await newcomer())
		await pause(100)
		expect(overheard).toEqual([])
	})

	it.each([
		['dt/sanitation/toilet-1/json'],
		['$aws/rules/sanitation_telemetry/dt/sanitation/toilet-1/json'],
		['cmd/sanitation/toilet-1/reboot'],
		['$aws/provisioning-templates/another/provision/json'],
		['$aws/certificates/create-from-csr/json'],
		[`${CREATE}/accepted`],
	])('is cut off when it publishes on %s', async (topic) => {
		const { client } = await newcomer()
		const before = test.delivered.length
		client.publish(topic, '{}', { qos: 1 })
		await closes(client)
		expect(test.delivered).toHaveLength(before)
	})

	it.each([['dt/sanitation/#'], ['cmd/sanitation/toilet-1/#'], ['$aws/#'], ['#'], [CREATE]])(
		'cannot listen to %s',
		async (filter) => {
			const { client } = await newcomer()
			await expect(client.subscribeAsync(filter, { qos: 1 })).rejects.toThrow()
		},
	)

	it('cannot connect under the name of a device, and so throw that one out', async () => {
		await expect(test.connect('toilet-1', claim)).rejects.toThrow(/not authorized/i)
		await expect(test.connect('anything', claim)).rejects.toThrow(/not authorized/i)
	})
})

describe('a device that has its certificate', () => {
	it.each([[CREATE], [PROVISION]])('is cut off when it publishes on %s', async (topic) => {
		const client = await test.connect('sensor-1', await test.add('sensor-1'))
		client.publish(topic, '{}', { qos: 1 })
		await closes(client)
	})

	it('cannot listen for the certificates of others', async () => {
		const client = await test.connect('sensor-2', await test.add('sensor-2'))
		await expect(client.subscribeAsync(`${CREATE}/accepted`, { qos: 1 })).rejects.toThrow()
	})
})

it('a claim certificate that is revoked connects no more', async () => {
	const other = await test.authority.issueNamelessCertificate()
	const certificates = openLooseCertificates(test.dataDir)
	await certificates.put({ id: other.certificateId, status: 'REVOKED', policies: ['ClaimPolicy'] })
	await expect(test.connect('_claim-9', other)).rejects.toThrow(/not authorized/i)
	// Nor is there a way in without any.
	await expect(
		new Promise((resolve, reject) => {
			const client = connect(test.broker.url, { clientId: '_claim-10', ca: claim.caPem, reconnectPeriod: 0 })
			client.once('connect', resolve)
			client.once('error', reject)
			client.once('close', () => reject(new Error('closed')))
		}),
	).rejects.toThrow()
})
