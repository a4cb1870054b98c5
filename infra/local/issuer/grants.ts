import { createHash, randomBytes } from 'node:crypto'
import { type LocalIssuer, localClient, type Person } from './localIssuer.ts'

/** A request for a code, as far as its exchange depends on it. */
export interface CodeRequest {
	readonly redirectUri: string
	readonly challenge: string
	readonly nonce: string | undefined
}

export interface Grants {
	/** A code for the person, good for one exchange within a minute of `at`. */
	code(person: Person, request: CodeRequest, at: number): string
	/** What the token endpoint answers: tokens, or the error in the words of RFC 6749, 5.2. */
	exchange(form: URLSearchParams, at: number): Promise<{ status: number; answer: object }>
}

const codeLifeMs = 60_000
const unguessable = (): string => randomBytes(24).toString('base64url')
const refused = (error: string) => ({ status: 400, answer: { error } })

/** Codes and refresh tokens that are out, in memory: after a restart everybody is asked again who he is. */
export const createGrants = (issuer: LocalIssuer, people: readonly Person[]): Grants => {
	const codes = new Map<string, { person: Person; request: CodeRequest; until: number }>()
	const refreshers = new Map<string, string>()

	const tokens = async (person: Person, nonce: string | undefined, at: number) => {
		const refreshToken = unguessable()
		refreshers.set(refreshToken, person.id)
		return {
			status: 200,
			answer: {
				token_type: 'Bearer',
				expires_in: 12 * 3600,
				access_token: await issuer.token(person, at),
				id_token: await issuer.idToken(person, localClient, nonce, at),
				refresh_token: refreshToken,
			},
		}
	}
	const byCode = async (form: URLSearchParams, at: number) => {
		const code = form.get('code') ?? ''
		const known = codes.get(code)
		codes.delete(code)
		if (known === undefined || known.until < at) return refused('invalid_grant')
		const { person, request } = known
		const challenge = createHash('sha256')
			.update(form.get('code_verifier') ?? '')
			.digest('base64url')
		if (challenge !== request.challenge || form.get('redirect_uri') !== request.redirectUri)
			return refused('invalid_grant')
		return tokens(person, request.nonce, at)
	}
	const byRefresh = async (form: URLSearchParams, at: number) => {
		const token = form.get('refresh_token') ?? ''
		const person = people.find(({ id }) => id === refreshers.get(token))
		refreshers.delete(token)
		return person === undefined ? refused('invalid_grant') : tokens(person, undefined, at)
	}
	return {
		code: (person, request, at) => {
			const code = unguessable()
			codes.set(code, { person, request, until: at + codeLifeMs })
			return code
		},
		exchange: async (form, at) => {
			if (form.get('client_id') !== localClient) return refused('invalid_client')
			if (form.get('grant_type') === 'authorization_code') return byCode(form, at)
			return form.get('grant_type') === 'refresh_token' ? byRefresh(form, at) : refused('unsupported_grant_type')
		},
	}
}
