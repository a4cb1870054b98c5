import { X509Certificate } from 'node:crypto'
import {
	AttachPolicyCommand,
	AttachThingPrincipalCommand,
	CreateCertificateFromCsrCommand,
	CreateThingCommand,
	DescribeCertificateCommand,
	IoTClient,
	ListThingPrincipalsCommand,
	ListThingsCommand,
	UpdateCertificateCommand,
} from '@aws-sdk/client-iot'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { IotThingCertificates } from '../../../functions/adapters/certificates/iotThingCertificates.ts'
import { startControlPlane } from '../../../infra/local/iot/controlPlane/startControlPlane.ts'
import { openLooseCertificates } from '../../../infra/local/iot/looseCertificates.ts'
import type { AwsService } from '../../../infra/local/iot/serveAws.ts'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import type { EnrolledDevice } from '../../../shared/contract/registry/certificates.ts'
import type { ThingCertificates } from '../../../shared/ports/certificates.ts'
import { ecKeys, pemOf, requestOf, rsaKeys } from '../../doubles/certificateRequests.ts'
import { MemoryCertificates } from '../../doubles/memoryCertificates.ts'
import { type HeldCertificate, startTestBroker, type TestBroker, until } from './testBroker.ts'

let broker: TestBroker
let plane: AwsService
let client: IoTClient
beforeAll(async () => {
	broker = await startTestBroker()
	plane = await startControlPlane({
		port: 0,
		arnPrefix: 'arn:aws:iot:us-east-1:123456789012:',
		things: broker.things,
		looseCertificates: openLooseCertificates(broker.dataDir),
		authority: broker.authority,
		policies: ['DevicePolicy', 'DisplayPolicy', 'ClaimPolicy'],
	})
	client = new IoTClient({ region: 'us-east-1', endpoint: plane.url, credentials: localCredentials, maxAttempts: 1 })
})
afterAll(async () => {
	client.destroy()
	await plane.close()
	await broker.end()
})

const policies = { device: 'DevicePolicy', display: 'DisplayPolicy' }
const toilet = (id: string): EnrolledDevice => ({ id, kind: 'toilet', courtyard: 'yard-1' })

/** A certificate made for a key that only the device has. */
const enrolled = async (device: EnrolledDevice, keys = ecKeys()): Promise<HeldCertificate & { id: string }> => {
	const pair = await keys
	const csr = await requestOf(device.id, { keys: pair })
	const { id, certificate } = await new IotThingCertificates(policies, client).make(device, csr)
	const privateKeyPem = await pemOf(pair)
	return { id, certificatePem: certificate, privateKeyPem, caPem: broker.authority.caPem }
}

describe.each<[string, () => ThingCertificates]>([
	['in memory', () => new MemoryCertificates()],
	['of AWS IoT', () => new IotThingCertificates(policies, client)],
])('certificates of things %s', (name, make) => {
	const id = (device: string) => `${device}-${name.length}`

	test('are none where there is no such thing', async () => {
		expect(await make().of(id('nobody'))).toEqual([])
	})

	test('are active once they are made, and say when that was', async () => {
		const certificates = make()
		const before = Date.now()
		const made = await certificates.make(toilet(id('a')), await requestOf(id('a')))
		expect(made.certificate).toContain('BEGIN CERTIFICATE')
		const [first, ...others] = await certificates.of(id('a'))
		expect(others).toEqual([])
		expect(first).toMatchObject({ id: made.id, status: 'active' })
		expect(Date.parse(first?.madeAt ?? '')).toBeGreaterThanOrEqual(before - 1)
	})

	test('are two after the same request came twice', async () => {
		const certificates = make()
		const csr = await requestOf(id('b'))
		const made = [await certificates.make(toilet(id('b')), csr), await certificates.make(toilet(id('b')), csr)]
		expect((await certificates.of(id('b'))).map((one) => one.id).sort()).toEqual(made.map((one) => one.id).sort())
		expect(new Set(made.map((one) => one.id)).size).toBe(2)
	})

	test('end one by one', async () => {
		const certificates = make()
		const csr = await requestOf(id('c'))
		const first = await certificates.make(toilet(id('c')), csr)
		const second = await certificates.make(toilet(id('c')), csr)
		await certificates.revoke(first.id)
		const statuses = Object.fromEntries((await certificates.of(id('c'))).map((one) => [one.id, one.status]))
		expect(statuses).toEqual({ [first.id]: 'revoked', [second.id]: 'active' })
	})
})

describe('a device whose key was made elsewhere', () => {
	it.each([
		['P-256', () => ecKeys()],
		['RSA', () => rsaKeys(2048)],
	])('connects with its certificate (%s) and publishes under its own name only', async (kind, keys) => {
		const name = `key-${kind}`
		const held = await enrolled(toilet(name), keys())
		expect(new X509Certificate(held.certificatePem).subject).toBe(`CN=${name}`)
		const connected = await broker.connect(name, held)
		await connected.publishAsync(`dt/sanitation/${name}/json`, '{"ammonia":0.1}', { qos: 1 })
		await until(() => broker.delivered.some(({ body }) => JSON.stringify(body).includes(name)))
		await expect(broker.connect('key-other', held)).rejects.toThrow(/not authorized/i)
	})

	it('is cut off when its certificate is revoked, and does not come back', async () => {
		const held = await enrolled(toilet('cut'))
		const connected = await broker.connect('cut', held)
		await new IotThingCertificates(policies, client).revoke(held.id)
		await until(() => !connected.connected)
		await expect(broker.connect('cut', held)).rejects.toThrow(/not authorized/i)
	})

	it('that is a display may say nothing', async () => {
		await enrolled({ id: 'screen', kind: 'display', courtyard: 'yard-1' })
		expect((await broker.things.get('screen'))?.policies).toEqual(['DisplayPolicy'])
	})

	it('keeps the certificate it had, and is in the courtyard that it is in now', async () => {
		const before = await broker.add('moved', 'DevicePolicy', { courtyard: 'yard-0', note: 'x' })
		const { id } = await enrolled(toilet('moved'))
		const thing = await broker.things.get('moved')
		expect(thing?.certificates.map((one) => one.id)).toEqual([before.certificateId, id])
		expect(thing?.attributes).toEqual({ courtyard: 'yard-1', kind: 'toilet', note: 'x' })
	})
})

describe('the control plane', () => {
	const fails = (sent: Promise<unknown>): Promise<unknown> => sent.catch((fault: Error) => fault.name)

	it('makes a certificate inactive, and nobody connects with it', async () => {
		const made = await client.send(
			new CreateCertificateFromCsrCommand({ certificateSigningRequest: await requestOf('half') }),
		)
		await client.send(new CreateThingCommand({ thingName: 'half' }))
		await client.send(new AttachPolicyCommand({ policyName: 'DevicePolicy', target: made.certificateArn }))
		await client.send(new AttachThingPrincipalCommand({ thingName: 'half', principal: made.certificateArn }))
		const described = await client.send(new DescribeCertificateCommand({ certificateId: made.certificateId }))
		expect(described.certificateDescription).toMatchObject({ status: 'INACTIVE', creationDate: expect.any(Date) })
		const { principals } = await client.send(new ListThingPrincipalsCommand({ thingName: 'half' }))
		expect(principals).toEqual([made.certificateArn])
	})

	it('never makes a revoked certificate active again', async () => {
		const { id } = await enrolled(toilet('never'))
		await client.send(new UpdateCertificateCommand({ certificateId: id, newStatus: 'REVOKED' }))
		expect(await fails(client.send(new UpdateCertificateCommand({ certificateId: id, newStatus: 'ACTIVE' })))).toBe(
			'CertificateStateException',
		)
	})

	it('refuses what AWS IoT refuses, by its names', async () => {
		const unknown = 'f'.repeat(64)
		const target = `arn:aws:iot:us-east-1:123456789012:cert/${unknown}`
		const { id } = await enrolled(toilet('known'))
		const known = target.replace(unknown, id)
		expect([
			await fails(client.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: 'none' }))),
			await fails(client.send(new DescribeCertificateCommand({ certificateId: unknown }))),
			await fails(client.send(new AttachPolicyCommand({ policyName: 'DevicePolicy', target }))),
			await fails(client.send(new AttachPolicyCommand({ policyName: 'Everything', target: known }))),
			await fails(client.send(new AttachThingPrincipalCommand({ thingName: 'known', principal: target }))),
			await fails(
				client.send(new AttachThingPrincipalCommand({ thingName: 'known', principal: 'arn:aws:iot::1:cert/x' })),
			),
			await fails(client.send(new ListThingPrincipalsCommand({ thingName: 'nobody' }))),
			await fails(
				client.send(
					new CreateThingCommand({ thingName: 'known', attributePayload: { attributes: { kind: 'waste' } } }),
				),
			),
			await fails(client.send(new ListThingsCommand({}))),
		]).toEqual([
			'InvalidRequestException',
			'ResourceNotFoundException',
			'ResourceNotFoundException',
			'ResourceNotFoundException',
			'ResourceNotFoundException',
			'InvalidRequestException',
			'ResourceNotFoundException',
			'ResourceAlreadyExistsException',
			'ResourceNotFoundException',
		])
	})

	it('takes no request that is not signed, as a page in a browser would send it', async () => {
		const answer = await fetch(`${plane.url}/certificates`, { method: 'POST', body: '{}' })
		expect(answer.status).toBe(403)
	})
})
