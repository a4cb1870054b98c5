import { createServer } from 'node:net'
import { listen } from '../../infra/local/iot/tlsListener.ts'

/** A TCP port of this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
	const server = createServer()
	const port = await listen(server, 0, '127.0.0.1', '')
	await new Promise((resolve) => server.close(resolve))
	return port
}
