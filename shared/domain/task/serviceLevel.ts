import type { Profile } from '../../contract/profile/profile.ts'
import type { Severity } from '../../contract/task/severity.ts'
import type { Task } from '../../contract/task/task.ts'

const MINUTE = 60_000
const DAY = 86_400_000
/** China has one time zone and no summer time. */
const SHANGHAI_MS = 8 * 3_600_000

/**
 * By when a task is to be taken up and mended, if it became known now. In quiet hours the clock of a minor one begins in
 * the morning.
 */
export function deadlinesFrom({ serviceLevel }: Profile, severity: Severity, now: number): Task['deadlines'] {
	const from = severity === 'minor' ? afterQuiet(serviceLevel.quiet, now) : now
	const { acknowledgeMinutes, fixMinutes } = serviceLevel[severity]
	return { acknowledgeBy: from + acknowledgeMinutes * MINUTE, fixBy: from + fixMinutes * MINUTE }
}

/** The instant itself, or the end of the quiet hours in which it lies. `from` and `until` are `HH:MM`, Asia/Shanghai. */
export function afterQuiet({ from, until }: { from: string; until: string }, at: number): number {
	const midnight = Math.floor((at + SHANGHAI_MS) / DAY) * DAY - SHANGHAI_MS
	const [begins, ends] = [midnight + clock(from), midnight + clock(until)]
	if (begins <= ends) return begins <= at && at < ends ? ends : at
	// Over midnight.
	if (at >= begins) return ends + DAY
	return Math.max(at, ends)
}

function clock(time: string): number {
	const [hours = 0, minutes = 0] = time.split(':').map(Number)
	return (hours * 60 + minutes) * MINUTE
}
