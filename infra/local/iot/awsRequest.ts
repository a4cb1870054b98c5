import type { IncomingMessage } from 'node:http'

/** An error in AWS's form: the code is the exception's name in the SDK. */
export class AwsError extends Error {
	readonly status: number
	readonly code: string

	constructor(status: number, code: string, message: string) {
		super(message)
		this.status = status
		this.code = code
	}
}

/** Every SDK signs. A page in a browser cannot set this header across origins without being allowed to, and it is not. */
export const requireSignature = (request: IncomingMessage): void => {
	if (!request.headers.authorization?.startsWith('AWS4-')) {
		throw new AwsError(403, 'ForbiddenException', 'The request is not signed (any credentials will do).')
	}
}

export const readBody = async (request: IncomingMessage, maxBytes: number): Promise<Buffer> => {
	const chunks: Buffer[] = []
	let size = 0
	// Not destroyed at the throw below: the answer still has to go out on the same socket.
	for await (const chunk of request.iterator({ destroyOnReturn: false })) {
		chunks.push(chunk)
		size += chunk.length
		if (size > maxBytes) {
			throw new AwsError(413, 'RequestEntityTooLargeException', `The payload exceeds ${maxBytes} bytes.`)
		}
	}
	return Buffer.concat(chunks)
}
