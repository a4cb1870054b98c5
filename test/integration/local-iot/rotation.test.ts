import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueCertificate, revokeCertificates, rotateCertificate } from '../../../infra/local/deviceCertificates.ts'
import {
	type Certificates,
	certificatesOf,
	type Provisioner,
	provisionDevice,
} from '../../../infra/local/provisionDevice.ts'
import { type HeldCertificate, pause, startTestBroker, type TestBroker, until } from './testBroker.ts'

let test: TestBroker
let provisioner: Provisioner
beforeAll(async () => {
	test = await startTestBroker()
	const { dataDir: dataFolder, authority, things } = test
	provisioner = { dataFolder, authority, things, policies: { device: 'DevicePolicy', display: 'DisplayPolicy' } }
})
afterAll(() => test.end())

const readFiles = async ({ cert, key, ca }: Certificates): Promise<HeldCertificate> => {
	const [certificatePem, privateKeyPem, caPem] = await Promise.all(
		[cert, key, ca].map((file) => readFile(file, 'utf8')),
	)
	return {
		certificatePem: certificatePem ?? '',
		privateKeyPem: privateKeyPem ?? '',
		caPem: caPem ?? '',
	}
}
const device = async (id: string): Promise<HeldCertificate> => {
	await provisionDevice(provisioner, { id, kind: 'toilet', courtyard: 'yard-1' })
	return readFiles(certificatesOf(test.dataDir, id))
}
const rotated = async (id: string, now = false): Promise<HeldCertificate> =>
	readFiles((await rotateCertificate(provisioner, id, now)).files)
const statuses = async (id: string) => (await test.things.get(id))?.certificates.map(({ status }) => status)

it('a device that fetches its certificate itself gets none by being registered, before or after', async () => {
	const entry = { id: 't-0', kind: 'toilet', courtyard: 'yard-1', serial: 'SN-0' } as const
	await provisionDevice(provisioner, entry)
	expect(await test.things.get('t-0')).toBeUndefined()
	const fetched = await test.authority.issueNamelessCertificate()
	const certificates = [{ id: fetched.certificateId, status: 'ACTIVE' as const }]
	await test.things.put({ name: 't-0', attributes: {}, certificates, policies: ['DevicePolicy'] })
	await provisionDevice(provisioner, { ...entry, courtyard: 'yard-2' })
	expect(await test.things.get('t-0')).toMatchObject({ certificates, attributes: { courtyard: 'yard-2' } })
	expect((await test.connect('t-0', fetched)).connected).toBe(true)
})

describe('rotation', () => {
	it('leaves a connection as it is, and lets the device come back with either until it came with the new one', async () => {
		const old = await device('t-1')
		const connected = await test.connect('t-1', old)
		const next = await rotated('t-1')
		await pause(100)
		expect(connected.connected).toBe(true)
		await connected.endAsync()
		await (await test.connect('t-1', old)).endAsync()
		expect(await statuses('t-1')).toEqual(['ACTIVE', 'ACTIVE'])

		expect((await test.connect('t-1', next)).connected).toBe(true)
		await until(() => test.broker.connectedClients().includes('t-1'))
		await expect.poll(() => statuses('t-1')).toEqual(['INACTIVE', 'ACTIVE'])
		await expect(test.connect('t-1', old)).rejects.toThrow(/not authorized/i)
	})

	it('at once cuts a connection that was made with the old certificate', async () => {
		const old = await device('t-2')
		const connected = await test.connect('t-2', old)
		const next = await rotated('t-2', true)
		await until(() => !connected.connected)
		await expect(test.connect('t-2', old)).rejects.toThrow(/not authorized/i)
		expect((await test.connect('t-2', next)).connected).toBe(true)
	})

	it('done twice before the device came back leaves only the last one in the end', async () => {
		const first = await device('t-3')
		const second = await rotated('t-3')
		const third = await rotated('t-3')
		await test.connect('t-3', third)
		await expect.poll(() => statuses('t-3')).toEqual(['INACTIVE', 'INACTIVE', 'ACTIVE'])
		for (const earlier of [first, second]) await expect(test.connect('t-3', earlier)).rejects.toThrow(/not authorized/i)
	})

	it('keeps the old key beside the new one, since the device may still be using it', async () => {
		const old = await device('t-4')
		const { previous } = await rotateCertificate(provisioner, 't-4', false)
		expect(await readFile(`${previous}/cert.pem`, 'utf8')).toBe(old.certificatePem)
		expect(await readFile(`${previous}/key.pem`, 'utf8')).toBe(old.privateKeyPem)
	})
})

describe('revocation', () => {
	it('cuts the connection, and no certificate of the device opens another', async () => {
		const old = await device('t-5')
		const next = await rotated('t-5')
		const connected = await test.connect('t-5', old)
		expect(await revokeCertificates(test.things, 't-5')).toBe(2)
		await until(() => !connected.connected)
		expect(test.log.join('\n')).toContain('"t-5" is cut off: its certificate is REVOKED')
		for (const refused of [old, next]) await expect(test.connect('t-5', refused)).rejects.toThrow(/not authorized/i)
		expect(await statuses('t-5')).toEqual(['REVOKED', 'REVOKED'])
	})

	it('leaves the other devices connected', async () => {
		const other = await test.connect('t-7', await device('t-7'))
		await device('t-6')
		await revokeCertificates(test.things, 't-6')
		await pause(100)
		expect(other.connected).toBe(true)
	})

	it('is not undone by registering the device again; a new certificate is', async () => {
		const old = await device('t-8')
		await revokeCertificates(test.things, 't-8')
		await device('t-8')
		expect(await statuses('t-8')).toEqual(['REVOKED'])
		const issued = await issueCertificate(provisioner, { id: 't-8', kind: 'toilet', courtyard: 'yard-1' })
		expect((await test.connect('t-8', await readFiles(issued))).connected).toBe(true)
		await expect(test.connect('t-8', old)).rejects.toThrow(/not authorized/i)
	})
})

describe('what cannot be done is said with what can:', () => {
	it.each([
		[
			'to rotate what does not exist',
			() => rotateCertificate(provisioner, 'nobody', false),
			/No thing is called nobody/,
		],
		['to revoke what does not exist', () => revokeCertificates(test.things, 'nobody'), /No thing is called nobody/],
	])('%s', async (_what, command, message) => {
		await expect(command()).rejects.toThrow(message)
	})

	it('a second certificate beside an active one', async () => {
		await device('t-9')
		const again = issueCertificate(provisioner, { id: 't-9', kind: 'toilet', courtyard: 'yard-1' })
		await expect(again).rejects.toThrow('t-9 has a certificate.')
		expect(await statuses('t-9')).toEqual(['ACTIVE'])
	})

	it('to rotate what was revoked', async () => {
		await device('t-10')
		await revokeCertificates(test.things, 't-10')
		await expect(rotateCertificate(provisioner, 't-10', false)).rejects.toThrow('t-10 has no active certificate.')
	})
})
