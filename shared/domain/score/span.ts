/** A stretch of time, milliseconds since 1970; `until` is no longer part of it. */
export type Span = { from: number; until: number }

/** How much of a stretch lies within another, milliseconds. */
export const overlap = (a: Span, from: number, until: number): number =>
	Math.max(0, Math.min(a.until, until) - Math.max(a.from, from))

/** The same time as disjoint stretches in the order of time. */
export function united(spans: readonly Span[]): Span[] {
	const found: Span[] = []
	for (const { from, until } of [...spans].sort((a, b) => a.from - b.from)) {
		const last = found.at(-1)
		if (until <= from) continue
		if (last && from <= last.until) last.until = Math.max(last.until, until)
		else found.push({ from, until })
	}
	return found
}

/** What of a stretch lies outside others, which are disjoint and in the order of time. */
export function without({ from, until }: Span, others: readonly Span[]): Span[] {
	const found: Span[] = []
	let at = from
	for (const other of others) {
		if (other.until <= at) continue
		if (other.from >= until) break
		if (other.from > at) found.push({ from: at, until: other.from })
		at = other.until
	}
	if (at < until) found.push({ from: at, until })
	return found
}
