import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as z from '../../../shared/contract/zod.ts'
import { readIfPresent } from '../iot/dataFolder.ts'
import { listen } from '../iot/tlsListener.ts'

const Wanted = z.object({ Name: z.string() })
const File = z.record(z.string(), z.string())

export type Parameters = { readonly url: string; close(): Promise<void> }

/**
 * SSM's GetParameter, for the unmodified SDK client: secrets of channels from `<data>/secrets.json`, an object of names
 * and values, read anew each time. Any other call is refused.
 */
export const startParameters = async (dataFolder: string, port = 0): Promise<Parameters> => {
	const answer = async (request: IncomingMessage): Promise<{ status: number; body: object }> => {
		const body = await text(request)
		if (request.headers['x-amz-target'] !== 'AmazonSSM.GetParameter') return refusal('UnknownOperationException')
		const { Name } = Wanted.parse(JSON.parse(body))
		const file = await readIfPresent(join(dataFolder, 'secrets.json'))
		const Value = file === undefined ? undefined : File.parse(JSON.parse(file))[Name]
		return Value === undefined
			? refusal('ParameterNotFound')
			: { status: 200, body: { Parameter: { Name, Value, Type: 'SecureString' } } }
	}
	const server = createServer((request, response) => {
		answer(request)
			.catch(() => refusal('InternalServerError'))
			.then(({ status, body }) => {
				response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
			})
	})
	const found = await listen(server, port, '127.0.0.1', '--ssm-port')
	return {
		url: `http://127.0.0.1:${found}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve())
				server.closeAllConnections()
			}),
	}
}

const refusal = (type: string) => ({ status: 400, body: { __type: type, message: type } })
