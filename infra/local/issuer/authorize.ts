import * as z from '../../../shared/contract/zod.ts'
import { type GatewayResponse, gatewayMessage } from '../http/gatewayResponse.ts'
import type { Grants } from './grants.ts'
import { type LocalIssuer, localClient, type Person } from './localIssuer.ts'
import { peoplePage } from './peoplePage.ts'

export interface SignIn {
	readonly issuer: LocalIssuer
	readonly people: readonly Person[]
	readonly grants: Grants
}

/** Pages of this machine only, whatever name it is called by. */
const redirectUri = z.url().check(
	z.refine((text) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(text).hostname), {
		error: 'should be an address of this machine',
	}),
)

const Asked = z.object({
	client_id: z.literal(localClient),
	redirect_uri: redirectUri,
	response_type: z.literal('code'),
	code_challenge: z.string().check(z.minLength(43)),
	code_challenge_method: z.literal('S256'),
	state: z.string(),
	nonce: z.optional(z.string()),
	prompt: z.optional(z.string()),
	/** Who was clicked. */
	person: z.optional(z.string()),
})

/**
 * The authorization endpoint: a page with the people to choose from. Who was clicked goes back with a code, as does at
 * once who was clicked before, by his cookie, until he signs out.
 */
export const authorize = (
	{ issuer, people, grants }: SignIn,
	query: URLSearchParams,
	cookie: string,
	at: number,
): GatewayResponse => {
	const parsed = Asked.safeParse(Object.fromEntries(query))
	if (!parsed.success) return gatewayMessage(400, z.prettifyError(parsed.error))
	const { redirect_uri, code_challenge, state, nonce, prompt, person: clicked } = parsed.data
	const back = (answer: Record<string, string>, headers: Record<string, string> = {}): GatewayResponse => {
		const location = new URL(redirect_uri)
		for (const [name, value] of Object.entries({ ...answer, state })) location.searchParams.set(name, value)
		return { status: 302, headers: { location: location.href, 'cache-control': 'no-store', ...headers }, body: '' }
	}
	const base = new URL(issuer.url).pathname
	const remembered = /(?:^|;\s*)local-issuer=([\w-]+)/.exec(cookie)?.[1]
	const isAsked = prompt === 'login' || prompt === 'select_account'
	const person = people.find(({ id }) => id === (clicked ?? (isAsked ? undefined : remembered)))
	if (person !== undefined) {
		const code = grants.code(person, { redirectUri: redirect_uri, challenge: code_challenge, nonce }, at)
		return back({ code }, { 'set-cookie': `local-issuer=${person.id}; Path=${base}; HttpOnly; SameSite=Lax` })
	}
	return prompt === 'none' ? back({ error: 'login_required' }) : peoplePage(people, query)
}
