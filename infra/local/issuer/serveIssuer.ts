import { type GatewayResponse, gatewayMessage } from '../http/gatewayResponse.ts'
import { type ReceivedRequest, splitTarget } from '../http/payloadEvent.ts'
import { authorize } from './authorize.ts'
import { createGrants } from './grants.ts'
import type { LocalIssuer, Person } from './localIssuer.ts'

/** Pages may lie at `localhost` while the issuer is at 127.0.0.1: another origin to a browser. */
const forAll = { 'access-control-allow-origin': '*', 'cache-control': 'no-store', 'content-type': 'application/json' }

/**
 * The issuer as pages and gateway see it: discovery, keys, and OpenID Connect's authorization code flow with PKCE
 * (RFC 6749, RFC 7636). Whoever reaches it may be anybody in the list; it listens on this machine only.
 */
export const serveIssuer = (
	issuer: LocalIssuer,
	people: readonly Person[],
): ((request: ReceivedRequest) => Promise<GatewayResponse | undefined>) => {
	const base = new URL(issuer.url).pathname
	const grants = createGrants(issuer, people)
	return async ({ method, target, headers, body, at }) => {
		const { path, query } = splitTarget(target)
		if (!path.startsWith(`${base}/`)) return undefined
		const document = issuer.documents.get(path)
		if (document !== undefined && method === 'GET')
			return { status: 200, headers: forAll, body: JSON.stringify(document) }
		switch (`${method} ${path.slice(base.length)}`) {
			case 'GET /authorize':
				return authorize({ issuer, people, grants }, new URLSearchParams(query), headers.cookie ?? '', at)
			case 'POST /token': {
				const { status, answer } = await grants.exchange(new URLSearchParams(body.toString()), at)
				return { status, headers: forAll, body: JSON.stringify(answer) }
			}
			case 'GET /end-session':
				return signedOut(base, new URLSearchParams(query))
			default:
				return gatewayMessage(404, 'Not Found')
		}
	}
}

const signedOut = (base: string, query: URLSearchParams): GatewayResponse => ({
	status: 302,
	headers: {
		'set-cookie': `local-issuer=; Path=${base}; HttpOnly; SameSite=Lax; Max-Age=0`,
		location: query.get('post_logout_redirect_uri') ?? '/',
	},
	body: '',
})
