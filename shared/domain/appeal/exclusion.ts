import type { Appeal } from '../../contract/ranking/appeal.ts'
import { daysBetween, shanghaiDay } from '../time/shanghai.ts'

/** An interval of a device that does not count, milliseconds since 1970. */
type Excluded = { device: string; from: number; until: number }

/** The days of Asia/Shanghai that an interval touches; `until` itself no longer counts. */
export const daysTouched = ({ from, until }: { from: number; until: number }): string[] =>
	daysBetween(shanghaiDay(from), shanghaiDay(until - 1))

/** What an appeal takes out of the score: an interval of a device, from the moment it is accepted. */
export function exclusionOf({ state, subject }: Pick<Appeal, 'state' | 'subject'>): Excluded | undefined {
	if (state !== 'accepted' || subject.is !== 'readings') return undefined
	const { device, from, until } = subject
	return { device, from, until }
}

/** The exclusions of these appeals that overlap an interval. */
export const exclusionsWithin = (appeals: readonly Appeal[], from: number, until: number): Excluded[] =>
	appeals.flatMap((appeal) => {
		const exclusion = exclusionOf(appeal)
		return exclusion && exclusion.from < until && exclusion.until > from ? [exclusion] : []
	})
