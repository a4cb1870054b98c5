import type { IncomingHttpHeaders } from 'node:http'

/** A request as it came, before API Gateway's conventions are put on it. */
export interface ReceivedRequest {
	readonly method: string
	/** Path and query as they stand in the request line. */
	readonly target: string
	readonly headers: IncomingHttpHeaders
	readonly body: Buffer
	readonly sourceIp: string
	/** Milliseconds since 1970. */
	readonly at: number
	readonly requestId: string
}

export interface Routing {
	readonly apiId: string
	readonly routeKey: string
	readonly pathParameters: Readonly<Record<string, string>>
	/** The claims of the checked token, as text. */
	readonly claims?: Readonly<Record<string, string>>
}

/** Path, decoded as HTTP APIs do before they match and before they call, and the query as it came. */
export const splitTarget = (target: string): { readonly path: string; readonly query: string } => {
	const mark = target.indexOf('?')
	const encoded = mark < 0 ? target : target.slice(0, mark)
	return { path: decoded(encoded), query: mark < 0 ? '' : target.slice(mark + 1) }
}

/**
 * The event a function gets, payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const payloadEvent = (request: ReceivedRequest, { apiId, routeKey, pathParameters, claims }: Routing) => {
	const { path, query } = splitTarget(request.target)
	const { cookie, ...headers } = lowerCaseHeaders(request.headers)
	const cookies = cookie?.split(/; */).filter((part) => part !== '')
	const parameters = joinedParameters(query)
	return {
		version: '2.0',
		routeKey,
		rawPath: path,
		rawQueryString: query,
		...(cookies && { cookies }),
		headers,
		...(parameters && { queryStringParameters: parameters }),
		requestContext: {
			accountId: '000000000000',
			apiId,
			...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
			domainName: headers.host ?? 'localhost',
			domainPrefix: (headers.host ?? 'localhost').split(/[.:]/)[0] ?? '',
			http: {
				method: request.method,
				path,
				protocol: 'HTTP/1.1',
				sourceIp: request.sourceIp,
				userAgent: headers['user-agent'] ?? '',
			},
			requestId: request.requestId,
			routeKey,
			stage: '$default',
			time: commonLogTime(request.at),
			timeEpoch: request.at,
		},
		...(Object.keys(pathParameters).length > 0 && { pathParameters }),
		...bodyOf(request.body, headers['content-type']),
	}
}

/** Seen on AWS: text is what is called text, and these three; everything else, also without a type, is base64. */
const textual = /^(text\/[^;]+|application\/(json|xml|javascript))\s*(;|$)/i

const bodyOf = (body: Buffer, contentType: string | undefined): { body?: string; isBase64Encoded: boolean } => {
	if (body.length === 0) return { isBase64Encoded: false }
	const isBase64Encoded = !textual.test(contentType ?? '')
	return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded }
}

const lowerCaseHeaders = (headers: IncomingHttpHeaders): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) =>
			value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(',') : value]],
		),
	)

const joinedParameters = (query: string): Record<string, string> | undefined => {
	if (query === '') return undefined
	const values = new Map<string, string[]>()
	for (const [name, value] of new URLSearchParams(query)) values.set(name, [...(values.get(name) ?? []), value])
	return Object.fromEntries([...values].map(([name, list]) => [name, list.join(',')]))
}

const decoded = (path: string): string => {
	try {
		return decodeURIComponent(path)
	} catch {
		return path
	}
}

/** `12/Mar/2026:19:03:58 +0000` */
const commonLogTime = (at: number): string => {
	const [, day, month, year, time] = new Date(at).toUTCString().split(' ')
	return `${day}/${month}/${year}:${time} +0000`
}
