import { setTimeout } from 'node:timers/promises'

/** What was started, to be ended in the opposite order. */
export interface Teardown {
	add(what: string, end: () => unknown): void
	/** Ends everything once; a part that takes longer than its share, or fails, does not hold up the others. */
	run(): Promise<void>
}

export const createTeardown = (log: (line: string) => void, patienceMs = 1500): Teardown => {
	const parts: { readonly what: string; readonly end: () => unknown }[] = []
	let ending: Promise<void> | undefined
	const endAll = async (): Promise<void> => {
		for (const { what, end } of parts.splice(0).reverse()) {
			const abort = new AbortController()
			const late = setTimeout(patienceMs, 'late', { signal: abort.signal }).catch(() => undefined)
			const ended = (async () => end())().catch((fault: unknown) => log(`${what} did not end well: ${String(fault)}`))
			if ((await Promise.race([ended, late])) === 'late') log(`${what} took too long to end`)
			abort.abort()
		}
	}
	return {
		add: (what, end) => {
			parts.push({ what, end })
		},
		run: () => {
			ending ??= endAll()
			return ending
		},
	}
}
