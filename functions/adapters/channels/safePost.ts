import { isOnThisMachine } from '../../../shared/contract/alert/channel.ts'

const MOST_BYTES = 65_536

export type Posted = { is: 'answered'; status: number; body: string } | { is: 'failed'; error: string }
export type PostOptions = {
	/** The local edition may send to receivers on the same machine, over http. */
	allowsLoopback: boolean
	/** Milliseconds for the whole exchange. */
	timeoutMs: number
}

/**
 * Posts to an address that somebody typed in: https only, redirects are not followed, the answer is read up to 64 KB, and
 * all of it has its time. Errors name the host and never the path, which may be a secret.
 */
export async function safePost(
	url: string,
	body: string,
	headers: Readonly<Record<string, string>>,
	{ allowsLoopback, timeoutMs }: PostOptions,
): Promise<Posted> {
	const { protocol, host } = new URL(url)
	if (protocol !== 'https:' && !(allowsLoopback && isOnThisMachine(url)))
		return failed(`${host}: only https is allowed`)
	const signal = AbortSignal.timeout(timeoutMs)
	try {
		const response = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal })
		if (response.status >= 300 && response.status < 400) {
			await response.body?.cancel()
			return failed(`${host} redirects (HTTP ${response.status}); give the address it leads to`)
		}
		return { is: 'answered', status: response.status, body: await bounded(response) }
	} catch (error) {
		if (signal.aborted) return failed(`${host} did not answer within ${timeoutMs / 1000} s`)
		return failed(`${host} cannot be reached (${codeOf(error)})`)
	}
}

const failed = (error: string): Posted => ({ is: 'failed', error })

async function bounded(response: Response): Promise<string> {
	const chunks: Uint8Array[] = []
	let size = 0
	if (!response.body) return ''
	for await (const chunk of response.body) {
		chunks.push(chunk)
		size += chunk.byteLength
		// Leaving the loop cancels the rest.
		if (size >= MOST_BYTES) break
	}
	return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString()
}

/** What went wrong, without the address that Node may put into its message. */
function codeOf(error: unknown): string {
	const cause = error instanceof Error ? error.cause : undefined
	const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
	return typeof code === 'string' ? code : 'no connection'
}
