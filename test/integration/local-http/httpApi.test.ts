import { readFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localAudience } from '../../../infra/local/issuer/localIssuer.ts'
import { startGateway } from './gateway.ts'

let gateway: Awaited<ReturnType<typeof startGateway>>
beforeAll(async () => {
	gateway = await startGateway()
})
afterAll(() => gateway?.close())

const get = (path: string, authorization?: string) =>
	fetch(`${gateway.url}${path}`, authorization === undefined ? {} : { headers: { authorization } })

/** The perfect token's claims, to be spoiled one at a time. */
const claims = (): JWTPayload => {
	const now = Math.floor(Date.now() / 1000)
	return {
		iss: gateway.issuer.url,
		aud: localAudience,
		sub: 'anna',
		iat: now - 5,
		exp: now + 60,
		groups: ['a', 'b'],
		level: 3,
	}
}

const signed = async (payload: JWTPayload, options: { alg?: string; foreign?: boolean } = {}): Promise<string> => {
	const own = JSON.parse(await readFile(join(gateway.folder, 'issuer/key.json'), 'utf8'))
	const foreign = options.foreign
		? await exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey)
		: own
	return new SignJWT(payload)
		.setProtectedHeader({ alg: options.alg ?? 'RS256', kid: own.kid })
		.sign(options.alg === 'HS256' ? new TextEncoder().encode(own.n) : await importJWK(foreign, 'RS256'))
}

describe('a request without an authorizer', () => {
	it('reaches the function as a 2.0 event and its object comes back as JSON', async () => {
		const response = await get('/open?x=1&x=2')
		expect(response.status).toBe(200)
		expect(response.headers.get('content-type')).toBe('application/json')
		expect(await response.json()).toMatchObject({
			version: '2.0',
			routeKey: 'ANY /open',
			queryStringParameters: { x: '1,2' },
			headers: { 'x-forwarded-proto': 'http' },
			requestContext: { http: { method: 'GET', sourceIp: '127.0.0.1' } },
		})
	})

	it('gets the status, headers and cookies that the function chose', async () => {
		const body = JSON.stringify({
			statusCode: 418,
			headers: { 'X-Pot': 'tea' },
			cookies: ['a=1', 'b=2'],
			body: 'short',
		})
		const response = await fetch(`${gateway.url}/open?do=respond`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body,
		})
		expect([
			response.status,
			response.headers.get('x-pot'),
			response.headers.getSetCookie(),
			await response.text(),
		]).toEqual([418, 'tea', ['a=1', 'b=2'], 'short'])
	})

	it('that no route matches is not found', async () => {
		const response = await get('/elsewhere')
		expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }])
	})

	it.each([
		['throws', 'throw'],
		['times out', 'hang'],
	])('whose function %s is an internal error without internals', async (_how, what) => {
		const response = await get(`/open?do=${what}`)
		expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}'])
	})

	it('that outlasts the integration time-out is Service Unavailable', async () => {
		const response = await get('/hurry?do=slow')
		expect([response.status, await response.json()]).toEqual([503, { message: 'Service Unavailable' }])
	})

	it('with a body over 10 MB is refused', async () => {
		const response = await fetch(`${gateway.url}/open`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) })
		expect(response.status).toBe(413)
	})

	it('with a repeated header has its values joined', async () => {
		const body = await new Promise<string>((resolve, reject) => {
			const call = httpRequest(`${gateway.url}/open`, { headers: { 'X-Many': ['a', 'b'] } }, (response) => {
				response.setEncoding('utf8')
				let text = ''
				response.on('data', (chunk: string) => {
					text += chunk
				})
				response.on('end', () => resolve(text))
			})
			call.on('error', reject)
			call.end()
		})
		expect(JSON.parse(body).headers['x-many']).toMatch(/^a, ?b$/)
	})
})

describe('a request that needs a token', () => {
	it('passes with one of the issuer, and the function gets the claims as text', async () => {
		const response = await get('/api/any/thing', `Bearer ${await signed(claims())}`)
		expect(response.status).toBe(200)
		expect(await response.json()).toMatchObject({
			pathParameters: { proxy: 'any/thing' },
			requestContext: {
				authorizer: {
					jwt: {
						claims: { sub: 'anna', groups: '[a b]', level: '3', exp: expect.stringMatching(/^\d+$/) },
						scopes: null,
					},
				},
			},
		})
	})

	it('passes with the token that the edition makes for its own tools', async () => {
		const person = { id: 'li', name: '李院长', role: 'head', courtyards: ['c1', 'c2'] } as const
		const response = await get('/api/x', `Bearer ${await gateway.issuer.token(person, Date.now())}`)
		expect(await response.json()).toMatchObject({
			requestContext: { authorizer: { jwt: { claims: { name: '李院长', role: 'head', courtyards: 'c1 c2' } } } },
		})
	})

	it('is unauthorized without one', async () => {
		const response = await get('/api/x')
		expect([response.status, await response.json()]).toEqual([401, { message: 'Unauthorized' }])
		expect(response.headers.get('www-authenticate')).toBe('Bearer')
	})

	it.each<[string, (good: JWTPayload) => JWTPayload]>([
		['for another audience', (good) => ({ ...good, aud: 'other' })],
		['without an audience', ({ aud: _, ...good }) => good],
		['of another issuer', (good) => ({ ...good, iss: 'http://elsewhere' })],
		['that has expired', (good) => ({ ...good, exp: Math.floor(Date.now() / 1000) - 1 })],
		['that never expires', ({ exp: _, ...good }) => good],
		['that is not valid yet', (good) => ({ ...good, nbf: Math.floor(Date.now() / 1000) + 60 })],
		['issued in the future', (good) => ({ ...good, iat: Math.floor(Date.now() / 1000) + 60 })],
	])('is unauthorized with a token %s', async (_fault, spoil) => {
		const response = await get('/api/x', `Bearer ${await signed(spoil(claims()))}`)
		expect(response.status).toBe(401)
		expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
	})

	it('takes client_id where there is no aud', async () => {
		const { aud, ...rest } = claims()
		expect((await get('/api/x', `Bearer ${await signed({ ...rest, client_id: aud })}`)).status).toBe(200)
	})

	it.each([{ foreign: true }, { alg: 'HS256' }])(
		'is unauthorized with a token signed otherwise: %j',
		async (options) => {
			expect((await get('/api/x', `Bearer ${await signed(claims(), options)}`)).status).toBe(401)
		},
	)

	it('is unauthorized with text that is no token', async () => {
		expect((await get('/api/x', 'Bearer nonsense')).status).toBe(401)
		expect((await get('/api/x', 'Basic YTpi')).status).toBe(401)
	})
})
