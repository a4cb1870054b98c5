import type { Server, Socket } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'
import { StartError } from '../startError.ts'
import type { CertificateAuthority } from './certificateAuthority.ts'
import { codeOf } from './dataFolder.ts'

export type TlsServer = {
	readonly server: Server
	/** Stops listening and cuts every connection, also those still in their handshake. */
	close(): Promise<void>
}

/** A TLS server that lets only clients with a certificate of `authority` in. */
export const createTlsServer = async (
	authority: CertificateAuthority,
	onSocket: (socket: TLSSocket) => void,
	onRefused: (reason: string) => void,
): Promise<TlsServer> => {
	const { certificatePem, privateKeyPem } = await authority.serverCertificate()
	const server = createServer({
		key: privateKeyPem,
		cert: certificatePem,
		ca: authority.caPem,
		requestCert: true,
		rejectUnauthorized: true,
		minVersion: 'TLSv1.2',
		handshakeTimeout: 10_000,
	})
	server.on('secureConnection', onSocket)
	// A client that speaks no TLS or has a wrong certificate is its own problem, not the process's.
	server.on('tlsClientError', (fault) => onRefused(fault.message))
	const sockets = new Set<Socket>()
	server.on('connection', (socket: Socket) => {
		sockets.add(socket)
		socket.once('close', () => sockets.delete(socket))
	})
	return {
		server,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve())
				for (const socket of sockets) socket.destroy()
			}),
	}
}

/**
 * @param option the command line option that chooses the port.
 * @returns the port, also where 0 asked for a free one.
 * @throws StartError where the port is taken or not allowed.
 */
export const listen = (server: Server, port: number, host: string, option: string): Promise<number> =>
	new Promise((resolve, reject) => {
		const failed = (fault: Error): void => {
			const reason = { EADDRINUSE: 'is taken by another program', EACCES: 'is not open to this user' }[
				codeOf(fault) ?? ''
			]
			reject(
				reason === undefined
					? fault
					: new StartError({
							message: `Port ${port} on ${host} ${reason}.`,
							remedy: `End that program, or choose another port with ${option} <number> (1024 or more).`,
						}),
			)
		}
		server.once('error', failed)
		server.listen(port, host, () => {
			server.off('error', failed)
			const address = server.address()
			resolve(typeof address === 'object' && address !== null ? address.port : port)
		})
	})
