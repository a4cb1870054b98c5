import type { Resolution } from '../../contract/telemetry/readingsPage.ts'
import { shanghaiDay } from '../time/shanghai.ts'
import { CLOCK_AHEAD_MS } from './admit.ts'
import { hourOf, hourStart } from './hour.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The longest page of each resolution. */
const LONGEST: Record<Resolution, number> = {
	raw: 7 * DAY,
	hour: 62 * DAY,
	'four-hours': 124 * DAY,
	day: 400 * DAY,
}

/** Readings that one page may have to look at: what the function can do well within its time. */
const MOST_READINGS = 150_000

/** What one answer covers: [from, end) now, and up to `to` on the pages after it. Milliseconds since 1970. */
export type HistoryPage = { from: number; to: number; end: number; clipped: boolean }

const STEP: Record<Exclude<Resolution, 'raw'>, number> = { hour: HOUR, 'four-hours': 4 * HOUR, day: DAY }

/** The first millisecond of the hour, the part of a day or the Asia/Shanghai day that an instant lies in. */
export const startOf: Record<Exclude<Resolution, 'raw'>, (at: number) => number> = {
	hour: (at) => hourStart(hourOf(at)),
	'four-hours': (at) => at - ((at + 8 * HOUR) % (4 * HOUR)),
	day: (at) => Date.parse(`${shanghaiDay(at)}T00:00:00+08:00`),
}

/**
 * The page for a wish. It reaches to now and what clocks may be ahead at most; without `from`, it begins a day before
 * its end. Hours and days are always whole, so that no page cuts one in two; `from` is never older than what is kept.
 * @param interval seconds between two readings of the device
 * @param retention milliseconds that readings are kept
 */
export function historyPage(
	asked: { from?: number | undefined; to?: number | undefined; resolution: Resolution },
	interval: number,
	now: number,
	retention: number,
): HistoryPage {
	const { resolution } = asked
	const latest = now + CLOCK_AHEAD_MS + 1
	const to = Math.min(asked.to ?? latest, latest)
	const from = Math.min(asked.from ?? to - DAY, to)
	const down = resolution === 'raw' ? (at: number) => at : startOf[resolution]
	const step = resolution === 'raw' ? HOUR : STEP[resolution]
	const up = (at: number): number => (down(at) === at ? at : down(at) + step)
	const oldest = up(now - retention)
	const first = Math.max(down(from), oldest)
	const last = Math.max(up(to), first)
	const longest = Math.max(step, Math.min(LONGEST[resolution], MOST_READINGS * interval * 1000))
	return { from: first, to: last, end: Math.min(last, down(first + longest)), clipped: from < oldest }
}
