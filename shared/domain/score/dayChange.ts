import type { DayScore, LostPart } from '../../contract/score/score.ts'

/** How a courtyard's day differs from another: points, and the part that changed most in the same direction. */
export type DayChange = { change: number; cause?: Pick<LostPart, 'revolution' | 'device' | 'factor' | 'points'> }

/** @returns undefined where one of the days has no score; `points` of the cause are how much it changed the score */
export function dayChange(before: DayScore, after: DayScore): DayChange | undefined {
	if (before.score === null || after.score === null) return undefined
	const change = after.score - before.score
	const gains = new Map<string, NonNullable<DayChange['cause']>>()
	const add = ({ revolution, device, factor, points }: LostPart, sign: number): void => {
		const key = `${revolution} ${device} ${factor}`
		const known = gains.get(key)?.points ?? 0
		gains.set(key, { revolution, device, factor, points: known + sign * points })
	}
	for (const part of before.parts) add(part, 1)
	for (const part of after.parts) add(part, -1)
	const cause = [...gains.values()]
		.filter(({ points }) => points * change > 0)
		.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.device < b.device ? -1 : 1))[0]
	return cause ? { change, cause } : { change }
}
