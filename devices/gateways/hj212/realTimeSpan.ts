/** How long the period is of which a command tells the means, milliseconds; 2051 tells ten minutes by default. */
const periods: ReadonlyMap<string, number> = new Map([
	['2051', 10 * 60_000],
	['2061', 3_600_000],
	['2031', 86_400_000],
])
const GAP_MS = 3_600_000

export type RealTimeSpan = {
	/** Notes a time of real-time data (2011) of a station. */
	note(mn: string, at: number): void
	/**
	 * Whether the means of a period that begins at `at` say nothing new: the station told the same in real time. Then they
	 * are left out, as a mean beside a value of the same instant would make both doubtful.
	 */
	covers(mn: string, cn: string, at: number): boolean
}

/** Remembers from when to when each station told real-time data without a gap of more than an hour. */
export function realTimeSpan(): RealTimeSpan {
	const spans = new Map<string, { from: number; until: number }>()
	return {
		note: (mn, at) => {
			const span = spans.get(mn)
			if (span === undefined || at - span.until > GAP_MS) spans.set(mn, { from: at, until: at })
			else if (at > span.until) span.until = at
		},
		covers: (mn, cn, at) => {
			const [span, period] = [spans.get(mn), periods.get(cn)]
			return span !== undefined && period !== undefined && at > span.from - period && at <= span.until
		},
	}
}
