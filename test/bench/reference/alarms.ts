import type { AlarmRule } from '../../../shared/contract/profile/profile.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { ruleLimit } from './limits.ts'

/** One instant of a device; `spoilt` when a value was one that no sound sensor sends, and all of it was refused. */
export type Point = { at: number; values: Values; spoilt?: boolean }
export type ReferenceAlarm = { rule: string; onset: number; raisedAt: number; clearedAt?: number }

const HOUR = 3_600_000

/** A device's readings hold for three reporting intervals; a longer gap is no evidence. */
export const holdMs = (device: Pick<Device, 'interval'>): number => 3 * device.interval * 1000

/**
 * Alarms of one rule by the words of domain section 4, from all readings of a device in the order of time. Written to
 * be read, with nothing carried: it shares no code with what it is compared to.
 */
export function ruleAlarms(rule: AlarmRule, device: Device, points: readonly Point[]): ReferenceAlarm[] {
	const alarms: ReferenceAlarm[] = []
	let over: number[] = []
	let calm: number[] = []
	let active: ReferenceAlarm | undefined
	let previous = Number.NEGATIVE_INFINITY
	for (const point of points) {
		const { at } = point
		const seen = look(rule, device, point)
		if (!seen) continue
		if (at - previous > holdMs(device)) {
			over = []
			calm = []
		}
		previous = at
		if (active) {
			calm = seen.clear ? [...calm, at] : []
			const times = isChattering(alarms, active) ? 2 : 1
			if (!lasts(calm, rule.off.readings * times, rule.off.seconds * times)) continue
			active.clearedAt = at
			active = undefined
			over = []
		} else {
			over = seen.over ? [...over, at] : []
			if (!lasts(over, rule.on.readings, rule.on.seconds)) continue
			active = { rule: rule.id, onset: over[0] ?? at, raisedAt: at }
			alarms.push(active)
			calm = []
		}
	}
	return alarms
}

/** Whether a reading is beyond the rule's limit, or back by the deadband; undefined where it says nothing of it. */
function look(rule: AlarmRule, device: Device, point: Point): { over: boolean; clear: boolean } | undefined {
	if (rule.watches === 'plausibility') return { over: point.spoilt === true, clear: point.spoilt !== true }
	const value = point.values[rule.measurand]
	const limit = ruleLimit(rule.id, rule.measurand, device, point.values)
	if (value === undefined || limit === undefined) return undefined
	const deadband = typeof rule.deadband === 'number' ? rule.deadband : rule.deadband.shareOfLimit * limit
	return rule.direction === 'high'
		? { over: value > limit, clear: value <= limit - deadband }
		: { over: value < limit, clear: value >= limit + deadband }
}

/** Both: this many readings in a row, and this many seconds from the first to the last of them. */
const lasts = (row: readonly number[], readings: number, seconds: number): boolean =>
	row.length >= readings && (row.at(-1) ?? 0) - (row[0] ?? 0) >= seconds * 1000

/** The third activation within an hour. */
const isChattering = (alarms: readonly ReferenceAlarm[], active: ReferenceAlarm): boolean =>
	alarms.filter(({ raisedAt }) => raisedAt <= active.raisedAt && active.raisedAt - raisedAt < HOUR).length >= 3

/** Silences: more than `hold` between two readings, or from the last one to now. */
export function silences(device: Device, points: readonly Point[], now: number): ReferenceAlarm[] {
	const hold = holdMs(device)
	return points.flatMap(({ at }, i) => {
		const next = points[i + 1]?.at
		const onset = at + hold
		if ((next ?? now) <= onset) return []
		return [{ rule: 'silent', onset, raisedAt: onset, ...(next === undefined ? {} : { clearedAt: next }) }]
	})
}
