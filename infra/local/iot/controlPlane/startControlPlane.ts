import type { IncomingMessage } from 'node:http'
import { AwsError, readBody, requireSignature } from '../awsRequest.ts'
import { readJson } from '../jsonPayload.ts'
import { type AwsService, serveAws } from '../serveAws.ts'
import { calls } from './calls.ts'
import type { Identities } from './certificates.ts'

/** More than any request for a certificate has. */
const maxBodyBytes = 65_536

export type ControlPlaneOptions = Identities & {
	/** 0 takes a free port. */
	readonly port: number
	/** `arn:<partition>:iot:<region>:<account>:` */
	readonly arnPrefix: string
	readonly log?: (line: string) => void
}

/**
 * Of AWS IoT's control plane what makes, attaches and revokes certificates, for the unmodified SDK client and the AWS CLI, on
 * the things that the broker looks at. Any other call is refused by name.
 * @throws StartError where the port is taken.
 */
export const startControlPlane = ({ port, arnPrefix, log, ...identities }: ControlPlaneOptions): Promise<AwsService> =>
	serveAws({
		port,
		option: '--iot-port',
		name: 'IoT control plane',
		...(log && { log }),
		answer: async (request: IncomingMessage, url: URL) => {
			requireSignature(request)
			for (const { method, path, run } of calls) {
				const match = method === request.method ? path.exec(url.pathname) : null
				if (!match) continue
				const body = await readBody(request, maxBodyBytes)
				const [, encoded = ''] = match
				return run({
					of: identities,
					arnPrefix,
					name: decoded(encoded),
					query: url.searchParams,
					headers: request.headers,
					body: body.length === 0 ? {} : readJson(body),
				})
			}
			throw new AwsError(
				404,
				'ResourceNotFoundException',
				`The local edition has no ${request.method} ${url.pathname} of AWS IoT.`,
			)
		},
	})

const decoded = (encoded: string): string => {
	try {
		return decodeURIComponent(encoded)
	} catch {
		throw new AwsError(400, 'InvalidRequestException', 'The path is not encoded as a URL needs it.')
	}
}
