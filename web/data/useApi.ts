import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { api } from './api.ts'
import { earlyAnswer } from './early.ts'
import type { Failure } from './request.ts'

/** What a page knows of something: still nothing, the thing (old where the last call failed), or why there is none. */
export type Loaded<T> =
	| { readonly is: 'loading' }
	| { readonly is: 'ready'; readonly value: T; readonly at: number; readonly stale: Failure | undefined }
	| { readonly is: 'failed'; readonly failure: Failure }

export interface UseApi<T> {
	readonly state: Loaded<T>
	/** Asks again at once. */
	readonly refresh: () => void
}

/** What was loaded by address, so that the back button shows a page at once; asked for again all the same. */
const kept = new Map<string, { value: unknown; tag: string | null; at: number }>()

const defaultPollMs = 30_000

/**
 * Something of the API, kept up to date while the page is looked at: asked for again every `pollMs`, when the page is
 * shown again and when the connection is back, each time with its ETag (docs/adr/0011-pages-poll.md).
 *
 * @param path undefined while it is not known yet
 */
export const useApi = <T>(path: string | undefined, { pollMs = defaultPollMs } = {}): UseApi<T> => {
	const [state, setState] = useState<Loaded<T>>(() => known(path))
	const current = useRef(path)
	current.current = path
	const load = useCallback(async () => {
		if (path === undefined) return
		const before = kept.get(path)
		const answer = (await earlyAnswer<T>(path)) ?? (await api<T>(path, { known: before?.tag ?? null }))
		if (answer.is === 'ready') kept.set(path, { value: answer.value, tag: answer.tag, at: Date.now() })
		if (answer.is === 'unchanged' && before) kept.set(path, { ...before, at: Date.now() })
		if (current.current !== path) return
		if (answer.is === 'ready' || answer.is === 'unchanged') setState(known(path))
		else setState((was) => (was.is === 'ready' ? { ...was, stale: answer } : { is: 'failed', failure: answer }))
	}, [path])
	useEffect(() => {
		setState(known(path))
		void load()
		const whenSeen = (): void => {
			if (document.visibilityState === 'visible') void load()
		}
		const timer = setInterval(whenSeen, pollMs)
		document.addEventListener('visibilitychange', whenSeen)
		addEventListener('online', whenSeen)
		return () => {
			clearInterval(timer)
			document.removeEventListener('visibilitychange', whenSeen)
			removeEventListener('online', whenSeen)
		}
	}, [path, load, pollMs])
	return { state, refresh: () => void load() }
}

const known = <T>(path: string | undefined): Loaded<T> => {
	const entry = path === undefined ? undefined : kept.get(path)
	return entry === undefined
		? { is: 'loading' }
		: { is: 'ready', value: entry.value as T, at: entry.at, stale: undefined }
}
