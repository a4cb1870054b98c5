import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { provisionByClaim } from '../../../../../devices/client/provisioning/provisionByClaim.ts'
import { ProvisioningRefused } from '../../../../../devices/client/provisioning/refusal.ts'
import { memoryLink } from '../links.ts'

const CREATE = '$aws/certificates/create/json'
const PROVISION = '$aws/provisioning-templates/sanitation_devices/provision/json'

let folder = ''
let file = ''
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'claim-'))
	file = join(folder, 'identity.json')
})
afterEach(() => rm(folder, { recursive: true }))

type Behaviour = 'answers' | 'loses the answer' | 'knows no token' | 'denies'

/** A service with one serial number, SN-1, that gives a certificate once for it. */
const service = () => {
	const bench = {
		made: 0,
		keeper: '',
		behaviour: 'answers' as Behaviour,
		clientIds: [] as string[],
		waits: [] as number[],
		troubles: [] as string[],
	}
	const provision = (token: string, serial: string) => {
		if (bench.behaviour === 'knows no token' && token === 'token-1')
			return [
				{ topic: `${PROVISION}/rejected`, body: { statusCode: 400, errorCode: 'InvalidCertificateOwnershipToken' } },
			]
		if (bench.behaviour === 'denies' || serial !== 'SN-1' || (bench.keeper !== '' && bench.keeper !== token))
			return [{ topic: `${PROVISION}/rejected`, body: { statusCode: 403, errorCode: 'AccessDenied' } }]
		bench.keeper = token
		if (bench.behaviour === 'loses the answer') return []
		return [{ topic: `${PROVISION}/accepted`, body: { deviceConfiguration: {}, thingName: 'toilet-1' } }]
	}
	const connect = async (clientId: string) => {
		bench.clientIds.push(clientId)
		return memoryLink(({ topic, payload }) => {
			if (topic === CREATE) {
				bench.made += 1
				const body = {
					certificateId: 'c',
					certificatePem: `cert-${bench.made}`,
					privateKey: `key-${bench.made}`,
					certificateOwnershipToken: `token-${bench.made}`,
				}
				return [{ topic: `${CREATE}/accepted`, body }]
			}
			const asked = JSON.parse(payload)
			return provision(asked.certificateOwnershipToken, asked.parameters.SerialNumber)
		})
	}
	const fetchIdentity = (serial = 'SN-1', more: { signal?: AbortSignal; connect?: typeof connect } = {}) =>
		provisionByClaim({
			...{ file, serial, template: 'sanitation_devices', connect, timeoutMs: 20, random: () => 0.5 },
			trouble: (what) => bench.troubles.push(what),
			wait: async (ms) => bench.waits.push(ms),
			...more,
		})
	return { bench, connect, fetchIdentity }
}

describe('a device with a claim certificate', () => {
	test('gets a name and a certificate of its own, once', async () => {
		const { bench, fetchIdentity } = service()
		const identity = { thing: 'toilet-1', cert: 'cert-1', key: 'key-1' }
		expect(await fetchIdentity()).toEqual(identity)
		expect(await fetchIdentity()).toEqual(identity)
		expect(bench.made).toBe(1)
		expect(bench.clientIds).toEqual([expect.stringMatching(/^_claim-[0-9a-f]+$/)])
	})

	test('keeps its private key where nobody else reads it', async () => {
		await service().fetchIdentity()
		expect((await stat(file)).mode & 0o777).toBe(0o600)
	})

	test('killed after the service gave it its name and before it heard of it, goes on with the same certificate', async () => {
		const { bench, fetchIdentity } = service()
		bench.behaviour = 'loses the answer'
		const power = new AbortController()
		const killed = fetchIdentity('SN-1', { signal: power.signal })
		await expect.poll(() => bench.troubles).toContainEqual(expect.stringContaining('no answer to'))
		power.abort(new Error('killed'))
		await expect(killed).rejects.toThrow('killed')
		expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ is: 'certificate', key: 'key-1' })

		bench.behaviour = 'answers'
		expect(await fetchIdentity()).toEqual({ thing: 'toilet-1', cert: 'cert-1', key: 'key-1' })
		expect(bench.made).toBe(1)
	})

	test('begins anew where its certificate has waited too long to be kept', async () => {
		const { bench, fetchIdentity } = service()
		bench.behaviour = 'knows no token'
		await writeFile(file, JSON.stringify({ is: 'certificate', cert: 'old', key: 'old', token: 'token-1' }))
		bench.made = 1
		expect(await fetchIdentity()).toEqual({ thing: 'toilet-1', cert: 'cert-2', key: 'key-2' })
	})

	test('is told in plain words, in both languages, why it got none, and does not ask again by itself', async () => {
		const { bench, fetchIdentity } = service()
		const refusal = await fetchIdentity('SN-2').catch((cause: unknown) => cause)
		expect(refusal).toBeInstanceOf(ProvisioningRefused)
		expect(refusal).toMatchObject({
			code: 'AccessDenied',
			words: {
				zh: expect.stringContaining('登记表里没有序列号 SN-2'),
				en: expect.stringContaining('the registry has no serial number SN-2, or it was used before'),
			},
		})
		expect(bench.waits).toEqual([])
	})

	test('goes on trying while nobody can be reached, ever more slowly', async () => {
		const { bench, connect, fetchIdentity } = service()
		let attempts = 0
		const late = async (clientId: string) => {
			attempts += 1
			if (attempts < 4) throw new Error('nothing listens')
			return connect(clientId)
		}
		expect((await fetchIdentity('SN-1', { connect: late })).thing).toBe('toilet-1')
		expect(bench.waits).toEqual([750, 1500, 3000])
		expect(bench.troubles).toEqual(['nothing listens', 'nothing listens', 'nothing listens'])
	})

	test('says which file is damaged instead of fetching a second certificate', async () => {
		await writeFile(file, '{"is":"thi')
		await expect(service().fetchIdentity()).rejects.toThrow('identity.json is damaged')
	})
})
