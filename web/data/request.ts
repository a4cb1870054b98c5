import type { Problem } from '../../shared/contract/http/problem.ts'

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
	typeof content === 'object' && content !== null && 'title' in content && 'zh' in content

/** What did not come from the API itself: the gateway before it, or a network between. */
const nameless = (status: number): Problem => {
	const { zh, en } = gatewayWords[status] ?? (status >= 500 ? brokenWords : otherWords)
	return { type: 'about:blank', title: `${en} (HTTP ${status})`, status, zh: { title: `${zh}（HTTP ${status}）` } }
}

const gatewayWords: Readonly<Record<number, { zh: string; en: string }>> = {
	401: { zh: '登录已过期，请重新登录', en: 'Please sign in again' },
	413: { zh: '内容太大，请减少一些再试', en: 'This is too large; please send less' },
	429: { zh: '现在访问的人太多，请稍后再试', en: 'Too much at once; please try again in a moment' },
}
const brokenWords = {
	zh: '系统暂时没有响应，请稍后再试',
	en: 'The system does not answer; please try again in a moment',
}
const otherWords = { zh: '没有成功，请稍后再试', en: 'This did not work; please try again in a moment' }
