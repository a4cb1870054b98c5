import { randomBytes, randomUUID } from 'node:crypto'
import type { Task } from '../../../shared/contract/task/task.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { CheckedLink, LinkCheck, Links } from '../../../shared/ports/links.ts'
import type { LinkKeys } from './linkKeys.ts'

const AUDIENCE = 'green-courtyard/task'
const TYPE = 'task-link+jwt'
const LONGEST = 2048

const Claims = z.object({
	jti: z.uuid(),
	sub: z.string().check(z.minLength(1)),
	yard: z.string().check(z.minLength(1)),
	who: z.optional(z.string()),
	iat: z.number(),
	exp: z.number(),
})

/**
 * Links as compact JWS (RFC 7515), HS256: whoever checks them is whoever makes them, so nothing is gained by a public key.
 * The token stands behind the `#` of the address, which browsers send to nobody.
 */
export class SignedLinks implements Links, LinkCheck {
	readonly #keys: LinkKeys
	readonly #pages: string
	readonly #now: () => number

	/** @param pages where the pages are, without a slash at the end */
	constructor(keys: LinkKeys, pages: string, now: () => number) {
		this.#keys = keys
		this.#pages = pages
		this.#now = now
	}

	async taskLink(task: Pick<Task, 'id' | 'courtyard'>, hours: number, person?: string): Promise<string> {
		const { id, bytes } = await this.#keys.current()
		// With the milliseconds: a link made right after all were taken back must work.
		const issuedAt = this.#now() / 1000
		const claims = { yard: task.courtyard, ...(person === undefined ? {} : { who: person }) }
		const { SignJWT } = await import('../clients/jose.ts')
		const token = await new SignJWT(claims)
			.setProtectedHeader({ alg: 'HS256', kid: id, typ: TYPE })
			.setAudience(AUDIENCE)
			.setSubject(task.id)
			.setJti(randomUUID())
			.setIssuedAt(issuedAt)
			.setExpirationTime(issuedAt + hours * 3600)
			.sign(bytes)
		return `${this.#pages}/t/#${token}`
	}

	async check(token: string): Promise<CheckedLink> {
		if (token.length > LONGEST) return { is: 'refused', because: 'invalid' }
		const { errors, jwtVerify } = await import('../clients/jose.ts')
		try {
			const { payload } = await jwtVerify(token, ({ kid }) => this.#key(kid), {
				// Whatever the token says of itself: neither "none" nor a public key as a secret.
				algorithms: ['HS256'],
				audience: AUDIENCE,
				typ: TYPE,
				currentDate: new Date(this.#now()),
			})
			const claims = Claims.safeParse(payload)
			if (!claims.success) return { is: 'refused', because: 'invalid' }
			const { jti, sub, yard, who, iat, exp } = claims.data
			const [issuedAt, expiresAt] = [Math.round(iat * 1000), Math.round(exp * 1000)]
			const link = { id: jti, task: sub, courtyard: yard, issuedAt, expiresAt }
			return { is: 'good', link: who === undefined ? link : { ...link, person: who } }
		} catch (fault) {
			if (fault instanceof errors.JWTExpired) return { is: 'refused', because: 'expired' }
			if (fault instanceof errors.JOSEError) return { is: 'refused', because: 'invalid' }
			throw fault
		}
	}

	newSecret(): string {
		return randomBytes(32).toString('base64url')
	}

	async #key(kid: string | undefined): Promise<Uint8Array> {
		const key = kid === undefined ? undefined : await this.#keys.named(kid)
		if (key) return key
		const { errors } = await import('../clients/jose.ts')
		throw new errors.JWKSNoMatchingKey()
	}
}
