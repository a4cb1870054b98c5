import * as oauth from 'oauth4webapi'
import type { Me } from '../../shared/contract/people/me.ts'
import { request } from '../data/request.ts'
import { navigate } from '../routing/navigation.ts'
import { openProvider, type Provider, type ProviderFacts, providerOf } from './provider.ts'
import { type Session, startSession } from './session.ts'

/** Why nobody is signed in: the provider said no or cannot be reached, or the account has no role here. */
export type SignInProblem = 'refused' | 'unreachable' | 'no-role'

/** What must outlast the way to the provider and back. No token is ever among it. */
interface Trip {
	/** The reader comes back to a new page: it need not ask again who the provider is. */
	readonly provider: ProviderFacts
	readonly state: string
	readonly nonce: string
	readonly verifier: string
	readonly back: string
}

const tripKey = 'sign-in'

/** What can be done while the reader is being signed in: the page that he wants will need it. */
export interface LoadAhead {
	readonly program: () => void
	readonly data: (token: string) => void
}

interface SignIn {
	/** Where the reader comes back to, registered at the provider: `/desk/`. */
	readonly entry: string
	readonly language: string
	readonly ahead: LoadAhead
}

/**
 * Signs in: with the code that the address carries when the reader comes back from the provider, else by sending him
 * there (authorization code with PKCE; who is signed in there comes back at once).
 *
 * @returns undefined once a session is there, or while the browser leaves for the provider
 */
export const signIn = async ({ entry, language, ahead }: SignIn): Promise<SignInProblem | 'leaving' | undefined> => {
	const address = new URL(location.href)
	const isBack =
		address.searchParams.has('state') && (address.searchParams.has('code') || address.searchParams.has('error'))
	try {
		if (isBack) return await comeBack(address, entry, ahead)
		ahead.program()
		await leave(await openProvider(), entry, language)
		return 'leaving'
	} catch (fault) {
		console.error(fault)
		return isBack ? 'refused' : 'unreachable'
	}
}

const leave = async ({ config, server, client }: Provider, entry: string, language: string): Promise<void> => {
	const trip: Trip = {
		provider: { config, server },
		state: oauth.generateRandomState(),
		nonce: oauth.generateRandomNonce(),
		verifier: oauth.generateRandomCodeVerifier(),
		back: location.pathname + location.search + location.hash,
	}
	sessionStorage.setItem(tripKey, JSON.stringify(trip))
	const target = new URL(server.authorization_endpoint ?? '')
	const wishes = {
		client_id: client.client_id,
		redirect_uri: location.origin + entry,
		response_type: 'code',
		scope: config.scopes,
		state: trip.state,
		nonce: trip.nonce,
		code_challenge: await oauth.calculatePKCECodeChallenge(trip.verifier),
		code_challenge_method: 'S256',
		ui_locales: language,
	}
	for (const [name, value] of Object.entries(wishes)) target.searchParams.set(name, value)
	location.replace(target)
}

const comeBack = async (address: URL, entry: string, ahead: LoadAhead): Promise<SignInProblem | undefined> => {
	const kept = sessionStorage.getItem(tripKey)
	sessionStorage.removeItem(tripKey)
	const trip: Trip | undefined = kept === null ? undefined : JSON.parse(kept)
	// The code is good once: it must not stay in the address or in the history.
	navigate(trip?.back ?? entry, { replace: true })
	if (trip === undefined) return 'refused'
	const provider = providerOf(trip.provider)
	const { config, server, client, insecure } = provider
	ahead.program()
	const parameters = oauth.validateAuthResponse(server, client, address, trip.state)
	const response = await oauth.authorizationCodeGrantRequest(
		server,
		client,
		oauth.None(),
		parameters,
		location.origin + entry,
		trip.verifier,
		insecure,
	)
	const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
		expectedNonce: trip.nonce,
		requireIdToken: true,
	})
	const token = tokens[config.apiToken] ?? ''
	ahead.data(token)
	const me = await request<Me>('/api/me', { token })
	if (me.is === 'offline') return 'unreachable'
	if (me.is !== 'ready') return 'no-role'
	startSession(sessionOf(provider, tokens, token, me.value))
	return undefined
}

const sessionOf = (
	{ config, server, client, insecure }: Provider,
	{ refresh_token, id_token }: oauth.TokenEndpointResponse,
	token: string,
	me: Me,
): Session => {
	let refresher = refresh_token
	return {
		token,
		me,
		renew: async () => {
			if (refresher === undefined) return undefined
			const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresher, insecure)
			const tokens = await oauth.processRefreshTokenResponse(server, client, response)
			refresher = tokens.refresh_token ?? refresher
			return tokens[config.apiToken]
		},
		signOut: async () => {
			const end = new URL(server.end_session_endpoint ?? '/', location.origin)
			end.searchParams.set('client_id', client.client_id)
			end.searchParams.set('post_logout_redirect_uri', `${location.origin}/`)
			if (id_token !== undefined) end.searchParams.set('id_token_hint', id_token)
			location.assign(end)
		},
	}
}
