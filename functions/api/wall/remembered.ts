/** Questions whose answers are kept at a time: nobody fills the memory by asking for what there is not. */
const MOST = 100

/**
 * The same answer to everybody for a while: a page that anybody may open, and a screen that asks for it all day, cost the
 * reads of one. Calls at once share the one that is under way; a failure is not kept.
 * @param forMs how long an answer holds, milliseconds
 */
export const remembered = <T>(
	forMs: number,
	now: () => number,
	work: (key: string) => Promise<T>,
): ((key: string) => Promise<T>) => {
	const kept = new Map<string, { at: number; answer: Promise<T> }>()
	return (key) => {
		const before = kept.get(key)
		const at = now()
		if (before && at >= before.at && at < before.at + forMs) return before.answer
		const answer = work(key)
		if (kept.size >= MOST) kept.clear()
		kept.set(key, { at, answer })
		answer.catch(() => {
			if (kept.get(key)?.answer === answer) kept.delete(key)
		})
		return answer
	}
}
