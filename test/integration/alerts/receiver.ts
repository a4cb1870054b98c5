import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Got = { path: string; headers: IncomingHttpHeaders; body: string }
export type Receiver = { url: string; got: Got[]; close: () => Promise<void> }

/** An HTTP receiver that answers as it is told, and remembers what it got. */
export async function startReceiver(answer: (response: ServerResponse, got: Got) => void): Promise<Receiver> {
	const got: Got[] = []
	const server = createServer(async (request, response) => {
		const one = { path: request.url ?? '', headers: request.headers, body: await text(request) }
		got.push(one)
		answer(response, one)
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const { port } = server.address() as AddressInfo
	return {
		url: `http://127.0.0.1:${port}/`,
		got,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve())
				server.closeAllConnections()
			}),
	}
}
