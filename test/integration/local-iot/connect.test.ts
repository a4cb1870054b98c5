import { execFile } from 'node:child_process'
import { connect as connectTcp } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCertificateAuthority } from '../../../infra/local/iot/certificateAuthority.ts'
import { pause, startTestBroker, type TestBroker, until } from './testBroker.ts'

let test: TestBroker
beforeAll(async () => {
	test = await startTestBroker()
})
afterAll(() => test.end())

describe('connecting', () => {
	it('a device connects with its certificate under its own name', async () => {
		const client = await test.connect('toilet-1', await test.add('toilet-1'))
		expect(client.connected).toBe(true)
		expect(test.broker.connectedClients()).toContain('toilet-1')
	})

	it("a device cannot connect under another's name", async () => {
		await test.add('toilet-2')
		const own = await test.add('toilet-3')
		await expect(test.connect('toilet-2', own)).rejects.toThrow(/not authorized/i)
		expect(test.log.join('\n')).toContain('"toilet-2" may not connect: the certificate is not attached')
	})

	it('a certificate of another CA does not connect', async () => {
		await test.add('toilet-4')
		const other = await openCertificateAuthority(`${test.dataDir}/other`)
		const foreign = await other.issueDeviceCertificate('toilet-4')
		const trusting = { ...foreign, caPem: test.authority.caPem }
		await expect(test.connect('toilet-4', trusting)).rejects.toThrow()
		expect(test.broker.connectedClients()).not.toContain('toilet-4')
	})

	it('a client without a certificate does not connect', async () => {
		await test.add('toilet-5')
		const anonymous = { certificatePem: '', privateKeyPem: '', caPem: test.authority.caPem }
		await expect(test.connect('toilet-5', anonymous)).rejects.toThrow()
		expect(test.broker.connectedClients()).not.toContain('toilet-5')
	})

	it.each(['REVOKED', 'INACTIVE'] as const)('a certificate that is %s does not connect', async (status) => {
		const issued = await test.add('toilet-6')
		const thing = { name: 'toilet-6', attributes: {}, policies: ['DevicePolicy'] }
		await test.things.put({ ...thing, certificates: [{ id: issued.certificateId, status }] })
		await expect(test.connect('toilet-6', issued)).rejects.toThrow(/not authorized/i)
		await test.things.put({ ...thing, certificates: [{ id: issued.certificateId, status: 'ACTIVE' }] })
		expect((await test.connect('toilet-6', issued)).connected).toBe(true)
	})

	it('a certificate of this CA that no thing has does not connect', async () => {
		const issued = await test.authority.issueDeviceCertificate('stranger')
		await expect(test.connect('stranger', issued)).rejects.toThrow(/not authorized/i)
		await test.add('toilet-7')
		const second = await test.authority.issueDeviceCertificate('toilet-7')
		await expect(test.connect('toilet-7', second)).rejects.toThrow(/not authorized/i)
	})

	it('a thing whose policy does not exist does not connect', async () => {
		const issued = await test.add('toilet-8')
		await test.things.put({
			name: 'toilet-8',
			attributes: {},
			certificates: [{ id: issued.certificateId, status: 'ACTIVE' }],
			policies: ['NoSuchPolicy'],
		})
		await expect(test.connect('toilet-8', issued)).rejects.toThrow(/not authorized/i)
		expect(test.log.join('\n')).toContain('NoSuchPolicy (which does not exist)')
	})

	it('a device that another process adds while the broker runs connects at once', async () => {
		const folder = new URL('../../../infra/local/iot/', import.meta.url).href
		const script = `
			import { openCertificateAuthority } from '${folder}certificateAuthority.ts'
			import { openThingRegistry } from '${folder}thingRegistry.ts'
			const dataDir = ${JSON.stringify(test.dataDir)}
			const issued = await (await openCertificateAuthority(dataDir)).issueDeviceCertificate('added')
			const certificates = [{ id: issued.certificateId, status: 'ACTIVE' }]
			const things = await openThingRegistry(dataDir)
			await things.put({ name: 'added', attributes: {}, certificates, policies: ['DevicePolicy'] })
			console.log(JSON.stringify(issued))`
		const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
		expect((await test.connect('added', JSON.parse(stdout))).connected).toBe(true)
	})

	it('a second connection under the same name takes over from the first', async () => {
		const issued = await test.add('toilet-9')
		const first = await test.connect('toilet-9', issued)
		const second = await test.connect('toilet-9', issued)
		await until(() => !first.connected)
		expect(second.connected).toBe(true)
		expect(test.broker.connectedClients().filter((id) => id === 'toilet-9')).toHaveLength(1)
		expect(test.broker.disconnect('toilet-9')).toBe(true)
		await until(() => !second.connected)
		expect(test.broker.disconnect('toilet-9')).toBe(false)
	})

	it('a resumed TLS session is the same thing as before, and asked again for its status', async () => {
		const issued = await test.add('toilet-10')
		const options = { port: test.broker.port, ca: issued.caPem, cert: issued.certificatePem, key: issued.privateKeyPem }
		const session = await new Promise<Buffer>((resolve) => {
			const socket = connectTls({ ...options, servername: 'localhost' })
			socket.once('session', (given) => {
				resolve(given)
				socket.end()
			})
		})
		const client = await test.connect('toilet-10', issued, { session } as object)
		const stream = client.stream as TLSSocket
		const resumed = stream.isSessionReused()
		expect({ resumed, connected: client.connected }).toEqual({ resumed: true, connected: true })
	})
})

describe('clients that do not keep to the protocol', () => {
	const stillServes = async (): Promise<void> => {
		const name = `probe-${Math.random().toString(36).slice(2)}`
		expect((await test.connect(name, await test.add(name))).connected).toBe(true)
	}
	const tls = async (name: string): Promise<TLSSocket> => {
		const { caPem: ca, certificatePem: cert, privateKeyPem: key } = await test.add(name)
		const socket = connectTls({ port: test.broker.port, ca, cert, key, servername: 'localhost' })
		socket.on('error', () => {})
		await new Promise<void>((resolve) => socket.once('secureConnect', () => resolve()))
		return socket
	}
	const closed = (socket: { once(event: 'close', done: () => void): unknown }): Promise<void> =>
		new Promise((resolve) => socket.once('close', () => resolve()))

	it('plain TCP, and TLS cut in the middle, do no harm', async () => {
		const plain = connectTcp(test.broker.port, '127.0.0.1')
		plain.on('error', () => {})
		plain.write('GET / HTTP/1.1\r\n\r\n')
		await closed(plain)
		const cut = connectTcp(test.broker.port, '127.0.0.1')
		cut.on('error', () => {})
		cut.write(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]))
		await pause(50)
		cut.destroy()
		await stillServes()
	})

	it('bytes that are not MQTT end the connection and nothing else', async () => {
		const socket = await tls('noisy-1')
		socket.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'))
		await closed(socket)
		await stillServes()
	})

	it('a packet that announces 200 MB ends the connection at its first bytes', async () => {
		const socket = await tls('noisy-2')
		socket.write(Buffer.from([0x30, 0x80, 0x80, 0x80, 0x64, 0x00]))
		await closed(socket)
		expect(test.log.join('\n')).toContain('a packet is longer than')
		await stillServes()
	})

	it('a publish before the connect ends the connection', async () => {
		const socket = await tls('noisy-3')
		socket.write(Buffer.from([0x30, 0x05, 0x00, 0x01, 0x61, 0x62, 0x63]))
		await closed(socket)
		await stillServes()
	})
})
