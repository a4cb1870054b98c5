import { type Answer, type Call, request } from './request.ts'

/** Calls that were sent before the page which needs them was there, by address. */
const sent = new Map<string, Promise<Answer<unknown>>>()

/**
 * Sends calls whose answers the first page will need: on a weak signal each way to the server and back is half a second, and
 * the program of the page is on its way meanwhile.
 */
export const askEarly = (paths: readonly string[], call: Pick<Call, 'token' | 'headers'>): void => {
	for (const path of paths) if (!sent.has(path)) sent.set(path, request(path, call))
}

/** The answer to a call that was sent early, once; undefined where none was sent, or it did not succeed. */
export const earlyAnswer = async <T>(path: string): Promise<Answer<T> | undefined> => {
	const answer = sent.get(path)
	sent.delete(path)
	const settled = (await answer) as Answer<T> | undefined
	return settled?.is === 'ready' ? settled : undefined
}
