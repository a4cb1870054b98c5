import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openCertificateAuthority } from '../../../infra/local/iot/certificateAuthority.ts'
import { writeDeviceFiles } from '../../../infra/local/iot/deviceFiles.ts'

let dataDir: string
beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'local-ca-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const on = (date: string) => () => new Date(date)

it('a device certificate names the thing, is for clients only, and is signed by the CA', async () => {
	const authority = await openCertificateAuthority(dataDir)
	const issued = await authority.issueDeviceCertificate('toilet-1')
	const certificate = new X509Certificate(issued.certificatePem)
	expect(certificate.subject).toBe('CN=toilet-1')
	expect(certificate.ca).toBe(false)
	expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
	expect(certificate.verify(new X509Certificate(issued.caPem).publicKey)).toBe(true)
	expect(issued.certificateId).toBe(createHash('sha256').update(certificate.raw).digest('hex'))
	expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
})

it.each(['', '../ca', 'a/b', 'a b', 'ä', 'a'.repeat(129)])('%j is no name for a thing', async (name) => {
	const authority = await openCertificateAuthority(dataDir)
	await expect(authority.issueDeviceCertificate(name)).rejects.toThrow()
})

it('the CA is made once, also by processes that start at the same time', async () => {
	const authorities = await Promise.all(Array.from({ length: 8 }, () => openCertificateAuthority(dataDir)))
	expect(new Set(authorities.map(({ caPem }) => caPem)).size).toBe(1)
	const ca = new X509Certificate(authorities[0]?.caPem ?? '')
	for (const authority of authorities) {
		const { certificatePem } = await authority.issueDeviceCertificate('toilet-1')
		expect(new X509Certificate(certificatePem).verify(ca.publicKey)).toBe(true)
	}
	expect(await readdir(join(dataDir, 'iot'))).toEqual(['ca'])
})

it("the server's certificate is kept, and renewed when it has 30 days left", async () => {
	const first = await (await openCertificateAuthority(dataDir, on('2026-01-01'))).serverCertificate()
	expect(new X509Certificate(first.certificatePem).subjectAltName).toBe(
		'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
	)
	expect(await (await openCertificateAuthority(dataDir, on('2026-12-01'))).serverCertificate()).toEqual(first)
	const renewed = await (await openCertificateAuthority(dataDir, on('2027-01-15'))).serverCertificate()
	expect(renewed).not.toEqual(first)
	expect(Date.parse(new X509Certificate(renewed.certificatePem).validTo)).toBeGreaterThan(Date.parse('2028-01-01'))
})

it("the server's certificate is made anew when its key is another's or damaged", async () => {
	const authority = await openCertificateAuthority(dataDir)
	const first = await authority.serverCertificate()
	const { privateKeyPem } = await authority.issueDeviceCertificate('x')
	await writeFile(join(dataDir, 'iot', 'server', 'server.key'), privateKeyPem)
	const second = await authority.serverCertificate()
	expect(second).not.toEqual(first)
	await writeFile(join(dataDir, 'iot', 'server', 'server.pem'), 'rubbish')
	expect(await authority.serverCertificate()).not.toEqual(second)
})

it('private keys can be read by their owner only', async () => {
	const authority = await openCertificateAuthority(dataDir)
	await authority.serverCertificate()
	const files = await writeDeviceFiles(join(dataDir, 'devices', 'a'), await authority.issueDeviceCertificate('a'))
	const keys = [join(dataDir, 'iot', 'ca', 'ca.key'), join(dataDir, 'iot', 'server', 'server.key'), files.privateKey]
	for (const key of keys) expect((await stat(key)).mode & 0o777).toBe(0o600)
})

it('a data folder that cannot be used stops the start with a remedy', async () => {
	await writeFile(join(dataDir, 'file'), '')
	await expect(openCertificateAuthority(join(dataDir, 'file'))).rejects.toMatchObject({
		name: 'StartError',
		message: expect.stringContaining(join(dataDir, 'file')),
		remedy: expect.stringContaining('--data'),
	})
})

it('a CA without its key, or a damaged one, stops the start with a remedy', async () => {
	await openCertificateAuthority(dataDir)
	await writeFile(join(dataDir, 'iot', 'ca', 'ca.pem'), 'rubbish')
	await expect(openCertificateAuthority(dataDir)).rejects.toMatchObject({ name: 'StartError' })
	await rm(join(dataDir, 'iot', 'ca', 'ca.key'))
	await expect(openCertificateAuthority(dataDir)).rejects.toMatchObject({ name: 'StartError' })
})
