import { describe, expect, test } from 'vitest'
import { readCertificateRequest } from '../../../functions/adapters/certificates/certificateRequest.ts'
import { enrol } from '../../../functions/enrol/enrol.ts'
import type { Enrolled } from '../../../shared/contract/registry/certificates.ts'
import { ecKeys, requestOf, rsaKeys } from '../../doubles/certificateRequests.ts'
import { broker, MemoryCertificates } from '../../doubles/memoryCertificates.ts'

const device = { id: 'toilet-1', kind: 'toilet', courtyard: 'yard-1' } as const
const bench = () => {
	let clock = Date.parse('2026-11-23T06:00:00Z')
	const ports = {
		certificates: new MemoryCertificates({}, () => {
			clock += 60_000
			return clock
		}),
		read: readCertificateRequest,
		broker: () => broker,
	}
	const make = (csr: string): Promise<Enrolled> => enrol(ports, { do: 'make', device, csr, by: '陈刚' })
	const madeId = async (): Promise<string> => {
		const answer = await make(await requestOf('toilet-1'))
		return answer.is === 'made' ? answer.made.id : answer.is
	}
	const list = () => enrol(ports, { do: 'list', device: 'toilet-1' })
	const revoke = (certificate: string, of = 'toilet-1') =>
		enrol(ports, { do: 'revoke', device: of, certificate, by: '陈刚' })
	return { make, madeId, list, revoke }
}

describe('a request for a certificate', () => {
	test.each([
		['P-256', () => ecKeys()],
		['P-384', () => ecKeys('P-384')],
		['P-521', () => ecKeys('P-521')],
		['RSA with 2048 bits', () => rsaKeys(2048)],
	])('with a key of %s is taken', async (_name, keys) => {
		const answer = await bench().make(await requestOf('toilet-1', { keys: await keys() }))
		expect(answer).toMatchObject({ is: 'made', made: { broker } })
	})

	test('with a short key is refused', async () => {
		const csr = await requestOf('toilet-1', { keys: await rsaKeys(1024) })
		expect(await bench().make(csr)).toEqual({ is: 'refused', because: 'weak-key' })
	})

	test('for another name, for two, or for none is refused', async () => {
		for (const subject of ['CN=toilet-2', 'CN=toilet-1,CN=toilet-2', 'O=toilet-1', 'CN=TOILET-1'])
			expect(await bench().make(await requestOf('', { subject }))).toEqual({ is: 'refused', because: 'other-name' })
	})

	test('for the public key of somebody else is refused', async () => {
		const [own, other] = [await ecKeys(), await ecKeys()]
		const csr = await requestOf('toilet-1', { keys: { privateKey: own.privateKey, publicKey: other.publicKey } })
		expect(await bench().make(csr)).toEqual({ is: 'refused', because: 'forged' })
	})

	test('that is changed on the way is refused', async () => {
		const csr = await requestOf('toilet-9')
		const der = Buffer.from(csr.replace(/-----[^-]+-----/g, ''), 'base64')
		der[der.indexOf('toilet-9') + 7] = '1'.charCodeAt(0)
		const forged = `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----`
		expect(await bench().make(forged)).toEqual({ is: 'refused', because: 'forged' })
	})

	test('that is none is refused', async () => {
		const csr = await requestOf('toilet-1')
		const wrong = [
			'csr',
			'-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----',
			`${csr}${csr}`,
		]
		for (const one of [...wrong, csr.replaceAll('CERTIFICATE REQUEST', 'PRIVATE KEY')])
			expect(await bench().make(one)).toEqual({ is: 'refused', because: 'unreadable' })
	})
})

describe('a device', () => {
	test('has two active certificates at most, and another one when one was revoked', async () => {
		const { madeId, revoke } = bench()
		const first = await madeId()
		await madeId()
		expect(await madeId()).toBe('enough')
		expect(await revoke(first)).toMatchObject({ is: 'revoked', certificate: { id: first, status: 'revoked' } })
		expect(await madeId()).toMatch(/^[0-9a-f]{64}$/)
	})

	test('shows its certificates, the newest first', async () => {
		const { madeId, list, revoke } = bench()
		const first = await madeId()
		const second = await madeId()
		await revoke(first)
		expect(await list()).toMatchObject({
			is: 'listed',
			certificates: [
				{ id: second, status: 'active', madeAt: '2026-11-23T06:02:00.000Z' },
				{ id: first, status: 'revoked', madeAt: '2026-11-23T06:01:00.000Z' },
			],
		})
	})

	test('cannot lose a certificate to the name of another', async () => {
		const { madeId, revoke, list } = bench()
		const id = await madeId()
		expect(await revoke(id, 'toilet-2')).toEqual({ is: 'unknown' })
		expect(await list()).toMatchObject({ certificates: [{ id, status: 'active' }] })
	})

	test('keeps a revoked certificate revoked', async () => {
		const { madeId, revoke } = bench()
		const id = await madeId()
		await revoke(id)
		expect(await revoke(id)).toMatchObject({ is: 'revoked' })
	})
})
