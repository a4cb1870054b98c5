import type { Profile } from '../../contract/profile/profile.ts'
import { Excuse, type HourScore, type Lost } from '../../contract/score/score.ts'
import { measurands } from '../../contract/telemetry/measurand.ts'
import type { Judged } from './judged.ts'
import { overlap, type Span, united, without } from './span.ts'

/** A time that is not held against anybody, and why. */
export type Excused = Span & { why: Excuse }

const HOUR = 3_600_000
const MINUTE = 60_000

type Tally = { held: number; lost: Lost; shown?: number }

/**
 * The 24 hours of a device's day. An hour is valid where readings held for `hourMinutes`; where excused time makes up for
 * what is missing of that, it is excused; else it is a gap.
 * @param start 00:00 Asia/Shanghai
 * @param stuck times at which the sensor stood still: what it read then does not count
 */
export function deviceHours(
	{ scoring }: Pick<Profile, 'scoring'>,
	start: number,
	judged: readonly Judged[],
	excused: readonly Excused[],
	stuck: readonly Span[],
): { hours: HourScore[]; shown?: number } {
	const tallies = Array.from({ length: 24 }, (): Tally => ({ held: 0, lost: {} }))
	const excusedTime = united(excused)
	const blocked = united([...excused, ...stuck])
	for (const part of judged) {
		for (const span of blocked.length === 0 ? [part] : without(part, blocked)) add(tallies, start, part, span)
	}
	let shown: number | undefined
	const hours = tallies.map((tally, i): HourScore => {
		const from = start + i * HOUR
		const minutes = tally.held / MINUTE
		shown = tally.shown ?? shown
		if (minutes >= scoring.hourMinutes) return { is: 'valid', minutes, lost: perHeld(tally) }
		const left = excusedTime.reduce((sum, span) => sum + overlap(span, from, from + HOUR), 0) / MINUTE
		if (left > 0 && minutes + left >= scoring.hourMinutes) return { is: 'excused', why: reason(excused, from) }
		return {
			is: 'gap',
			minutes,
			...(minutes > 0 ? { lost: perHeld(tally) } : {}),
			...(shown === undefined ? {} : { shown }),
		}
	})
	return { hours, ...(shown === undefined ? {} : { shown }) }
}

function add(tallies: readonly Tally[], start: number, { index, primary }: Judged, span: Span): void {
	const points = Math.min(100, Math.max(0, 100 - index))
	const first = Math.max(0, Math.floor((span.from - start) / HOUR))
	for (let i = first; i < 24 && start + i * HOUR < span.until; i += 1) {
		const held = overlap(span, start + i * HOUR, start + (i + 1) * HOUR)
		const tally = tallies[i]
		if (!tally || held === 0) continue
		tally.held += held
		tally.shown = 100 - points
		if (points === 0) continue
		for (const name of primary) tally.lost[name] = (tally.lost[name] ?? 0) + (points * held) / primary.length
	}
}

/** Time-weighted means over the held part, in the order of measurands. */
function perHeld({ held, lost }: Tally): Lost {
	const means: Lost = {}
	for (const name of measurands) {
		const points = lost[name]
		if (points !== undefined) means[name] = points / held
	}
	return means
}

/** What excuses most of an hour; the first of the list where two excuse the same. */
function reason(excused: readonly Excused[], from: number): Excuse {
	let most: { why: Excuse; time: number } = { why: 'out-of-service', time: 0 }
	for (const why of Excuse.options) {
		const time = united(excused.filter((span) => span.why === why)).reduce(
			(sum, span) => sum + overlap(span, from, from + HOUR),
			0,
		)
		if (time > most.time) most = { why, time }
	}
	return most.why
}
