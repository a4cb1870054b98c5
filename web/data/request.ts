import type { Problem } from '../../shared/contract/problem.ts'

/** Why something did not come: no connection, or what the server said (RFC 9457). */
export type Failure = { readonly is: 'offline' } | { readonly is: 'refused'; readonly problem: Problem }

export type Answer<T> =
	| { readonly is: 'ready'; readonly value: T; readonly tag: string | null }
	| { readonly is: 'unchanged' }
	| Failure

export interface Call {
	readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
	readonly body?: unknown
	readonly token?: string | undefined
	/** The ETag of what is there already. */
	readonly known?: string | null
	readonly headers?: Readonly<Record<string, string>>
}

const patienceMs = 20_000

/** One call of the API. What the server answers is trusted to be of the contract's type: it is our own, same origin. */
export const request = async <T>(path: string, call: Call = {}): Promise<Answer<T>> => {
	const { method = 'GET', body, token, known, headers } = call
	let response: Response
	try {
		response = await fetch(path, {
			method,
			headers: {
				accept: 'application/json',
				...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
				...(known ? { 'if-none-match': known } : {}),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...headers,
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			cache: 'no-store',
			signal: patience(),
		})
	} catch {
		return { is: 'offline' }
	}
	if (response.status === 304) return { is: 'unchanged' }
	const content: unknown = await response.json().catch(() => undefined)
	if (response.ok) return { is: 'ready', value: content as T, tag: response.headers.get('etag') }
	return { is: 'refused', problem: isProblem(content) ? content : nameless(response.status) }
}

/** Gives up after a while; older browsers of phones have no `AbortSignal.timeout`. */
const patience = (): AbortSignal => {
	if (AbortSignal.timeout !== undefined) return AbortSignal.timeout(patienceMs)
	const controller = new AbortController()
	setTimeout(() => controller.abort(), patienceMs)
	return controller.signal
}

const isProblem = (content: unknown): content is Problem =>
	typeof content === 'object' && content !== null && 'title' in content && 'status' in content

const nameless = (status: number): Problem => ({ type: 'about:blank', title: `HTTP ${status}`, status })
