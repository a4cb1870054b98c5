import { describe, expect, it } from 'vitest'
import { payloadEvent, type ReceivedRequest } from '../../../infra/local/http/payloadEvent.ts'

const request: ReceivedRequest = {
	method: 'PUT',
	target: '/api/%E9%99%A2?a=1&a=%E4%BA%8C&b=',
	headers: {
		host: 'localhost:8080',
		'user-agent': 'test',
		'content-type': 'application/json; charset=utf-8',
		cookie: 'one=1; two=2',
		'x-list': 'a, b',
	},
	body: Buffer.from('{"院":1}'),
	sourceIp: '127.0.0.1',
	at: Date.UTC(2026, 2, 12, 19, 3, 58, 390),
	requestId: 'request-1',
}
const routing = { apiId: 'api', routeKey: 'ANY /api/{proxy+}', pathParameters: { proxy: '院' }, claims: { sub: 'a' } }

describe('the event of payload format 2.0', () => {
	it('has every field as the documentation shows it', () => {
		expect(payloadEvent(request, routing)).toEqual({
			version: '2.0',
			routeKey: 'ANY /api/{proxy+}',
			rawPath: '/api/院',
			rawQueryString: 'a=1&a=%E4%BA%8C&b=',
			cookies: ['one=1', 'two=2'],
			headers: {
				host: 'localhost:8080',
				'user-agent': 'test',
				'content-type': 'application/json; charset=utf-8',
				'x-list': 'a, b',
			},
			queryStringParameters: { a: '1,二', b: '' },
			requestContext: {
				accountId: '000000000000',
				apiId: 'api',
				authorizer: { jwt: { claims: { sub: 'a' }, scopes: null } },
				domainName: 'localhost:8080',
				domainPrefix: 'localhost',
				http: { method: 'PUT', path: '/api/院', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
				requestId: 'request-1',
				routeKey: 'ANY /api/{proxy+}',
				stage: '$default',
				time: '12/Mar/2026:19:03:58 +0000',
				timeEpoch: 1773342238390,
			},
			pathParameters: { proxy: '院' },
			body: '{"院":1}',
			isBase64Encoded: false,
		})
	})

	it('leaves out what the request does not have', () => {
		const bare = { ...request, target: '/api/health', headers: {}, body: Buffer.alloc(0) }
		const event = payloadEvent(bare, { apiId: 'api', routeKey: 'GET /api/health', pathParameters: {} })
		expect(Object.keys(event).sort()).toEqual(
			['version', 'routeKey', 'rawPath', 'rawQueryString', 'headers', 'requestContext', 'isBase64Encoded'].sort(),
		)
		expect(event.requestContext).not.toHaveProperty('authorizer')
	})

	it.each<[string | undefined, boolean]>([
		['application/json', false],
		['text/csv; charset=utf-8', false],
		['application/xml', false],
		['application/octet-stream', true],
		['application/x-www-form-urlencoded', true],
		[undefined, true],
	])('a body of type %s is base64: %s', (type, isBase64Encoded) => {
		const headers = type === undefined ? {} : { 'content-type': type }
		const event = payloadEvent({ ...request, headers }, routing)
		expect(event.isBase64Encoded).toBe(isBase64Encoded)
		expect(Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8')).toEqual(request.body)
	})

	it('a path that cannot be decoded is passed on as it is', () => {
		expect(payloadEvent({ ...request, target: '/api/%zz' }, routing).rawPath).toBe('/api/%zz')
	})
})
