import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import * as z from '../../../shared/contract/zod.ts'
import { readIfPresent, usingFolder, writeAtomically } from '../iot/dataFolder.ts'

/** The audience of every token for the local edition: the value of the template's OidcAudience here. */
export const localAudience = 'green-courtyard'

/** The pages as a client: the value of the template's OidcClientId here. */
export const localClient = 'green-courtyard-pages'

const algorithm = 'RS256'
const path = '/local-issuer'

/** The issuer of an edition whose HTTP API is at the URL. */
export const issuerAt = (httpUrl: string): string => `${httpUrl}${path}`

const urlFile = (dataFolder: string): string => join(dataFolder, 'issuer', 'url')

/** The issuer of the edition that last ran on the data folder; before the first start, the one it will have. */
export const lastIssuerUrl = async (dataFolder: string): Promise<string> =>
	(await readIfPresent(urlFile(dataFolder)))?.trim() ?? issuerAt('http://127.0.0.1:8080')

/** Remembers the issuer, for tokens that are made while the edition does not run. */
export const rememberIssuerUrl = (dataFolder: string, url: string): Promise<void> =>
	writeAtomically(urlFile(dataFolder), `${url}\n`)

export interface Person {
	readonly id: string
	readonly name: string
	readonly role: 'staff' | 'admin' | 'village' | 'head'
	/** Of a head. */
	readonly courtyards: readonly string[]
	/** Of a village official. */
	readonly village?: string
	/** The courtyard or village as people call it, for the sign-in page. */
	readonly place?: { readonly zh: string; readonly en: string }
}

export interface LocalIssuer {
	readonly url: string
	/** What the HTTP server shows under the issuer, by path: the discovery document and the public key. */
	readonly documents: ReadonlyMap<string, unknown>
	/** A bearer token for the person, valid for 12 hours from `now` (milliseconds since 1970). */
	token(person: Person, now: number): Promise<string>
	/** A token about the person for a client, valid for an hour; `nonce` is the one of its request. */
	idToken(person: Person, client: string, nonce: string | undefined, now: number): Promise<string>
}

const StoredKey: z.ZodMiniType<JWK> = z.looseObject({ kty: z.literal('RSA'), kid: z.string() })

/**
 * A stand-in for an identity provider: one RSA key in the data folder, so that tokens outlive a restart. Whoever can
 * read the data folder can make tokens; that is its purpose.
 */
export const openLocalIssuer = async (dataFolder: string, url: string): Promise<LocalIssuer> => {
	const key = await usingFolder(dataFolder, () => keyIn(join(dataFolder, 'issuer')))
	const { kty, kid, n, e } = key
	const issuerPath = new URL(url).pathname
	const documents = new Map<string, unknown>([
		[
			`${issuerPath}/.well-known/openid-configuration`,
			{
				issuer: url,
				authorization_endpoint: `${url}/authorize`,
				token_endpoint: `${url}/token`,
				end_session_endpoint: `${url}/end-session`,
				jwks_uri: `${url}/.well-known/jwks.json`,
				response_types_supported: ['code'],
				grant_types_supported: ['authorization_code', 'refresh_token'],
				code_challenge_methods_supported: ['S256'],
				token_endpoint_auth_methods_supported: ['none'],
				scopes_supported: ['openid', 'profile'],
				subject_types_supported: ['public'],
				id_token_signing_alg_values_supported: [algorithm],
			},
		],
		[`${issuerPath}/.well-known/jwks.json`, { keys: [{ kty, kid, n, e, alg: algorithm, use: 'sig' }] }],
	])
	const signed = async (person: Person, claims: JWTPayload, audience: string, now: number, hours: number) =>
		new SignJWT({ ...claimsOf(person), ...claims })
			.setProtectedHeader({ alg: algorithm, kid: kid ?? '', typ: 'JWT' })
			.setIssuer(url)
			.setAudience(audience)
			.setSubject(person.id)
			.setIssuedAt(Math.floor(now / 1000))
			.setExpirationTime(Math.floor(now / 1000) + hours * 3600)
			.sign(await importJWK(key, algorithm))
	return {
		url,
		documents,
		token: (person, now) => signed(person, {}, localAudience, now, 12),
		idToken: (person, client, nonce, now) => signed(person, nonce === undefined ? {} : { nonce }, client, now, 1),
	}
}

const claimsOf = ({ name, role, courtyards, village }: Person): JWTPayload => ({
	name,
	role,
	courtyards: courtyards.join(' '),
	...(village !== undefined && { village }),
})

const keyIn = async (folder: string): Promise<JWK> => {
	const file = join(folder, 'key.json')
	const stored = await readIfPresent(file)
	if (stored !== undefined) return StoredKey.parse(JSON.parse(stored))
	const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
	const key = await exportJWK(privateKey)
	const named = { ...key, kid: await calculateJwkThumbprint(key) }
	await mkdir(folder, { recursive: true, mode: 0o700 })
	try {
		await writeFile(file, JSON.stringify(named), { mode: 0o600, flag: 'wx' })
		return named
	} catch {
		// Another process was first: its key is the key.
		return StoredKey.parse(JSON.parse(await readFile(file, 'utf8')))
	}
}
