import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import * as z from '../../../shared/contract/zod.ts'
import { type GatewayResponse, gatewayMessage } from './gatewayResponse.ts'
import type { JwtAuthorizer } from './httpApiDefinition.ts'

export type Authorization =
	| { readonly granted: true; readonly claims: Readonly<Record<string, string>> }
	| { readonly granted: false; readonly response: GatewayResponse }

/** Checks the Authorization header of one request; `now` is milliseconds since 1970. */
export type Authorize = (header: string | undefined, now: number) => Promise<Authorization>

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() })

/**
 * The checks of API Gateway's JWT authorizer: an RSA signature by a key of the issuer, `iss`, `aud` (or `client_id` if
 * there is no `aud`), and `exp`, `nbf`, `iat` against the clock. The keys are fetched when the first token comes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export const createJwtAuthorizer = ({ issuer, audience }: JwtAuthorizer): Authorize => {
	let keys: Promise<JWTVerifyGetKey> | undefined
	const issuerKeys = (): Promise<JWTVerifyGetKey> => {
		keys ??= discoverKeys(issuer)
		keys.catch(() => {
			keys = undefined
		})
		return keys
	}
	return async (header, now) => {
		if (header === undefined || header.trim() === '') return unauthorized()
		const token = header.replace(/^Bearer\s+/i, '').trim()
		try {
			const { payload } = await jwtVerify(token, await issuerKeys(), {
				issuer,
				algorithms: ['RS256', 'RS384', 'RS512'],
				requiredClaims: ['exp'],
				currentDate: new Date(now),
			})
			const problem = audienceProblem(payload, audience) ?? futureProblem(payload, now)
			return problem === undefined ? { granted: true, claims: claimTexts(payload) } : unauthorized(problem)
		} catch (cause) {
			// A fault of ours or of the issuer is not the caller's: it escapes.
			if (!(cause instanceof errors.JOSEError) || cause instanceof errors.JWKSTimeout) throw cause
			return unauthorized(problemOf(cause))
		}
	}
}

const discoverKeys = async (issuer: string): Promise<JWTVerifyGetKey> => {
	const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
	const response = await fetch(address, { signal: AbortSignal.timeout(5_000) })
	if (!response.ok) throw new Error(`${address} answered ${response.status}`)
	return createRemoteJWKSet(new URL(Discovery.parse(await response.json()).jwks_uri))
}

const audienceProblem = ({ aud, client_id }: JWTPayload, allowed: readonly string[]): string | undefined => {
	const claimed = aud ?? client_id
	const audiences = Array.isArray(claimed) ? claimed : [claimed]
	return audiences.some((value) => allowed.includes(String(value)))
		? undefined
		: 'the token does not have a valid audience'
}

const futureProblem = ({ iat }: JWTPayload, now: number): string | undefined =>
	iat !== undefined && iat * 1000 > now ? 'the token was issued in the future' : undefined

const problemOf = (cause: errors.JOSEError): string => {
	if (cause instanceof errors.JWTExpired) return 'the token has expired'
	if (cause instanceof errors.JWTClaimValidationFailed)
		return cause.claim === 'nbf' ? 'the token is not yet valid' : `the token does not have a valid ${cause.claim}`
	if (cause instanceof errors.JWSSignatureVerificationFailed) return 'the signature is invalid'
	return 'the token is invalid'
}

const unauthorized = (problem?: string): Authorization => ({
	granted: false,
	response: gatewayMessage(401, 'Unauthorized', {
		'www-authenticate':
			problem === undefined ? 'Bearer' : `Bearer scope="" error="invalid_token" error_description="${problem}"`,
	}),
})

/** As the function gets them: every claim is text, a list is written `[a b]`. */
const claimTexts = (payload: JWTPayload): Record<string, string> =>
	Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]))

const claimText = (value: unknown): string => {
	if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`
	return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
