import type { IncomingMessage } from 'node:http'

/** API Gateway's limit for a request, bytes. */
export const maxBodyBytes = 10 * 1024 * 1024

/** The whole body, or undefined if it is larger than API Gateway takes. */
export const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
	const chunks: Buffer[] = []
	let size = 0
	for await (const chunk of request) {
		size += chunk.length
		if (size <= maxBodyBytes) chunks.push(chunk)
	}
	return size > maxBodyBytes ? undefined : Buffer.concat(chunks)
}
