import type { Until } from '../../../shared/contract/text/until.ts'

/** The instant an end stands for, milliseconds since 1970. */
export const untilOf = (until: Until, now: number): number =>
	typeof until === 'number' ? now + until * 60_000 : Date.parse(until)
