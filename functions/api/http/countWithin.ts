import { type Outcome, tooMany } from '../../../shared/contract/http/outcome.ts'
import type { Tally } from '../../../shared/ports/wall.ts'

const SHANGHAI_MS = 8 * 3_600_000
/** Seconds that a count is kept beyond its window. */
const KEPT = 3600

/** At most `most` within each window, milliseconds: an hour or a day of Asia/Shanghai. */
export type Limit = { name: string; most: number; window: number }

/** Counts one more for each limit. @returns the refusal, with how long to wait, where there is one too many */
export async function countWithin(
	{ tally, now }: { tally: Tally; now: () => number },
	limits: readonly Limit[],
): Promise<Outcome | undefined> {
	const at = now()
	const sums = await Promise.all(
		limits.map(async (limit) => {
			const expires = Math.ceil((windowStart(limit.window, at) + limit.window) / 1000) + KEPT
			return { limit, sum: await tally.add(nameWithin(limit, at), expires) }
		}),
	)
	const over = sums.filter(({ limit, sum }) => sum > limit.most).map(({ limit }) => secondsLeft(limit, at))
	return over.length === 0 ? undefined : tooMany(Math.max(...over))
}

const windowStart = (window: number, at: number): number =>
	Math.floor((at + SHANGHAI_MS) / window) * window - SHANGHAI_MS

/** The name of the count of the window in which an instant lies. */
export const nameWithin = ({ name, window }: Limit, at: number): string => `${name}.${windowStart(window, at)}`

/** Until the next window begins. */
export const secondsLeft = ({ window }: Limit, at: number): number =>
	Math.ceil((windowStart(window, at) + window - at) / 1000)
