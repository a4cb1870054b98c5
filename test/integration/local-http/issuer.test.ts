import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localAudience, localClient } from '../../../infra/local/issuer/localIssuer.ts'
import * as z from '../../../shared/contract/zod.ts'
import { startGateway } from './gateway.ts'

let gateway: Awaited<ReturnType<typeof startGateway>>
beforeAll(async () => {
	gateway = await startGateway()
})
afterAll(() => gateway?.close())

const verifier = 'v'.repeat(43)
const page = () => `${gateway.url}/desk/`

const authorize = (changes: Record<string, string> = {}, cookie = '') => {
	const query = new URLSearchParams({
		client_id: localClient,
		redirect_uri: page(),
		response_type: 'code',
		scope: 'openid profile',
		state: 'here',
		nonce: 'once',
		code_challenge: createHash('sha256').update(verifier).digest('base64url'),
		code_challenge_method: 'S256',
		...changes,
	})
	return fetch(`${gateway.issuer.url}/authorize?${query}`, { redirect: 'manual', headers: { cookie } })
}

const back = (response: Response) => new URL(response.headers.get('location') ?? '', gateway.url).searchParams
const codeFor = async (person: string) => back(await authorize({ person })).get('code') ?? ''

const exchange = (form: Record<string, string>) =>
	fetch(`${gateway.issuer.url}/token`, {
		method: 'POST',
		body: new URLSearchParams({ client_id: localClient, grant_type: 'authorization_code', ...form }),
	})
const withCode = (code: string, changes: Record<string, string> = {}) =>
	exchange({ code, code_verifier: verifier, redirect_uri: page(), ...changes })

const Tokens = z.object({ access_token: z.string(), id_token: z.string(), refresh_token: z.string() })
const tokensOf = async (response: Response) => Tokens.parse(await response.json())

describe('signing in', () => {
	it('begins with the people of the township, in the language asked for', async () => {
		expect(await (await authorize()).text()).toContain('院落长 · 李家院子')
		expect(await (await authorize({ ui_locales: 'en' })).text()).toContain('Courtyard head · Li Family Courtyard')
	})

	it('ends with a token that the gateway takes, carrying what the API asks for', async () => {
		const tokens = await tokensOf(await withCode(await codeFor('li-guofu')))
		expect(decodeJwt(tokens.access_token)).toMatchObject({ aud: localAudience, role: 'head', courtyards: 'lijia' })
		expect(decodeJwt(tokens.id_token)).toMatchObject({ aud: localClient, nonce: 'once', name: '李国富' })
		const authorization = `Bearer ${tokens.access_token}`
		expect((await fetch(`${gateway.url}/api/x`, { headers: { authorization } })).status).toBe(200)
	})

	it('is not asked for again while the browser remembers, unless it is to be', async () => {
		expect(back(await authorize({ prompt: 'none' })).get('error')).toBe('login_required')
		const cookie = 'local-issuer=zhou-min'
		expect(back(await authorize({ prompt: 'none' }, cookie)).get('code')).not.toBeNull()
		expect((await authorize({ prompt: 'login' }, cookie)).status).toBe(200)
	})

	it('goes back with the state it came with', async () => {
		expect(back(await authorize({ person: 'zhou-min' })).get('state')).toBe('here')
	})

	it('is renewed with a token that is good once', async () => {
		const { refresh_token } = await tokensOf(await withCode(await codeFor('zhou-min')))
		const renew = () => exchange({ grant_type: 'refresh_token', refresh_token })
		expect((await renew()).status).toBe(200)
		expect((await renew()).status).toBe(400)
	})
})

describe('it gives no token', () => {
	it('for a code that was used', async () => {
		const code = await codeFor('zhou-min')
		expect((await withCode(code)).status).toBe(200)
		expect((await withCode(code)).status).toBe(400)
	})

	it.each([
		['another verifier', { code_verifier: 'w'.repeat(43) }],
		['another page', { redirect_uri: 'http://127.0.0.1:1/desk/' }],
		['another client', { client_id: 'stranger' }],
		['another grant', { grant_type: 'password' }],
	])('to %s', async (_who, changes) => {
		expect((await withCode(await codeFor('zhou-min'), changes)).status).toBe(400)
	})

	it.each([
		['to a page on another machine', { redirect_uri: 'https://evil.example/' }],
		['without a challenge', { code_challenge: '' }],
		['by the implicit flow', { response_type: 'token' }],
	])('%s', async (_how, changes) => {
		expect((await authorize({ person: 'zhou-min', ...changes })).status).toBe(400)
	})
})
