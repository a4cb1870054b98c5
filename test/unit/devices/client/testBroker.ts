import 'reflect-metadata'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Server, type TLSSocket } from 'node:tls'
import * as x509 from '@peculiar/x509'
import { Aedes, type PublishPacket } from 'aedes'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const makeKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
const validity = () => ({ notBefore: new Date(Date.now() - 3_600_000), notAfter: new Date(Date.now() + 3_600_000) })

export type Identity = { cert: string; key: string; ca: string }

/** A certificate authority in memory that gives out client and server certificates. */
export const testAuthority = async () => {
	const keys = await makeKeys()
	const root = await x509.X509CertificateGenerator.createSelfSigned({
		name: 'CN=test',
		keys,
		signingAlgorithm: algorithm,
		...validity(),
		extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
	})
	return {
		issue: async (name: string): Promise<Identity> => {
			const own = await makeKeys()
			const certificate = await x509.X509CertificateGenerator.create({
				subject: `CN=${name}`,
				issuer: root.subject,
				publicKey: own.publicKey,
				signingKey: keys.privateKey,
				signingAlgorithm: algorithm,
				...validity(),
				extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
			})
			const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', own.privateKey)).toString('base64')
			const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`
			return { cert: certificate.toString('pem'), key, ca: root.toString('pem') }
		},
	}
}

export type TestBroker = {
	port: number
	/** What was acknowledged or will be, in order of arrival. */
	received: { topic: string; payload: string; dup: boolean }[]
	/** The most messages of all clients that stood unacknowledged at once. */
	mostUnacknowledged(): number
	/** Cuts every connection; clients may come back at once. */
	cut(): void
	/** Stops listening as well. */
	stop(): Promise<void>
	aedes: Aedes
}

/** A broker over mutual TLS on a port of its own choice (or the given one); PUBACK comes after `acknowledge`. */
export const startBroker = async (
	identity: Identity,
	{ port = 0, acknowledge = async () => {} }: { port?: number; acknowledge?: (n: number) => Promise<void> } = {},
): Promise<TestBroker> => {
	const received: TestBroker['received'] = []
	let unacknowledged = 0
	let most = 0
	const aedes = await Aedes.createBroker({
		authorizePublish: (_client, packet: PublishPacket, done) => {
			received.push({ topic: packet.topic, payload: String(packet.payload), dup: packet.dup })
			unacknowledged++
			most = Math.max(most, unacknowledged)
			acknowledge(received.length).then(() => {
				unacknowledged--
				done(null)
			}, done)
		},
		authorizeSubscribe: (client, subscription, done) =>
			done(null, subscription.topic.startsWith(`evt/${client?.id}/`) ? subscription : null),
	})
	const sockets = new Set<TLSSocket>()
	const server: Server = createServer({ ...identity, requestCert: true, rejectUnauthorized: true }, (socket) => {
		sockets.add(socket)
		socket.once('close', () => sockets.delete(socket))
		aedes.handle(socket)
	})
	server.listen(port, '127.0.0.1')
	await once(server, 'listening')
	const cut = () => {
		for (const socket of sockets) socket.destroy()
	}
	return {
		port: (server.address() as AddressInfo).port,
		received,
		mostUnacknowledged: () => most,
		cut,
		aedes,
		async stop() {
			cut()
			await new Promise<void>((resolve) => server.close(() => resolve()))
			await new Promise<void>((resolve) => aedes.close(() => resolve()))
		},
	}
}
