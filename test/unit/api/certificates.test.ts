import { describe, expect, test } from 'vitest'
import { listCertificates, makeCertificate, revokeCertificate } from '../../../functions/api/devices/certificates.ts'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import type { Enrolment } from '../../../shared/contract/registry/certificates.ts'
import { requestOf } from '../../doubles/certificateRequests.ts'
import { broker, memoryEnroller } from '../../doubles/memoryCertificates.ts'
import { fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const admin = viewerOf({ role: 'admin', sub: 'a', name: '陈刚' })
const CERTIFICATE = 'c'.repeat(64)
const gateway = { ...toilet, id: 'gateway-1', kind: 'gateway' as const }
const behind = { ...toilet, id: 'toilet-2', gateway: 'gateway-1' }
const desk = () => {
	const asked: Enrolment[] = []
	const enroller = memoryEnroller({ 'toilet-1': [{ id: CERTIFICATE, status: 'active', madeAt: null }] })
	return {
		asked,
		registry: { ...fixedRegistry(registryOf(toilet, gateway, behind)), put: async () => {} },
		enroller: {
			ask: async (one: Enrolment) => {
				asked.push(one)
				return enroller.ask(one)
			},
		},
	}
}

describe('a certificate', () => {
	test('is made for what the registry says of the device, in the name of whoever asks', async () => {
		const of = desk()
		const csr = await requestOf('gateway-1')
		expect(await makeCertificate(of, admin, 'gateway-1', { csr })).toMatchObject({ status: 201, body: { broker } })
		const { id, kind, courtyard } = gateway
		expect(of.asked).toEqual([{ do: 'make', device: { id, kind, courtyard }, csr, by: '陈刚' }])
	})

	test('is not made for a device that a gateway speaks for, nor for one that nobody registered', async () => {
		const of = desk()
		const csr = await requestOf('toilet-2')
		expect(await makeCertificate(of, admin, 'toilet-2', { csr })).toMatchObject({
			status: 409,
			detail: expect.stringContaining('gateway-1'),
		})
		expect(await makeCertificate(of, admin, 'toilet-9', { csr })).toMatchObject({ status: 404 })
		expect(of.asked).toEqual([])
	})

	test('is refused with the field and what was expected of it', async () => {
		const csr = await requestOf('toilet-2')
		expect(await makeCertificate(desk(), admin, 'toilet-1', { csr })).toMatchObject({
			status: 400,
			errors: [{ field: 'csr', message: expect.stringMatching(/CN.*toilet-1/) }],
		})
	})

	test('is the third in vain: two are active', async () => {
		const of = desk()
		const csr = await requestOf('toilet-1')
		expect(await makeCertificate(of, admin, 'toilet-1', { csr })).toMatchObject({ status: 201 })
		expect(await makeCertificate(of, admin, 'toilet-1', { csr })).toMatchObject({ status: 409 })
	})

	test('is revoked by its id, and is there still to be seen', async () => {
		const of = desk()
		const revoked = { id: CERTIFICATE, status: 'revoked', madeAt: null }
		expect(await revokeCertificate(of, admin, 'toilet-1', CERTIFICATE)).toEqual({ status: 200, body: revoked })
		expect(await listCertificates(of, 'toilet-1')).toEqual({ status: 200, body: { certificates: [revoked] } })
	})

	test('of another device, or of none, is not found', async () => {
		const of = desk()
		expect(await revokeCertificate(of, admin, 'gateway-1', CERTIFICATE)).toMatchObject({ status: 404 })
		expect(await revokeCertificate(of, admin, 'toilet-9', CERTIFICATE)).toMatchObject({ status: 404 })
		expect(await revokeCertificate(of, admin, 'toilet-1', 'x')).toMatchObject({ status: 404 })
		expect(await listCertificates(of, 'toilet-9')).toMatchObject({ status: 404 })
	})
})
