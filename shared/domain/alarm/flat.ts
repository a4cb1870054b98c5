import type { Profile } from '../../contract/profile/profile.ts'
import { type Measurand, measurands } from '../../contract/telemetry/measurand.ts'
import type { Instant } from '../telemetry/hourPack.ts'
import { flatRule } from './flatRule.ts'
import type { AlarmInterval } from './state.ts'

/** The value a measurand has had, unchanged to the last digit, since an instant. */
export type Flat = Readonly<Partial<Record<Measurand, { value: number; since: number }>>>

/** A device's readings with what the run of a value needs to know of the time between them. */
export type Spaced = Instant & { gapBefore: boolean; previous: number | undefined }

/**
 * Follows values that do not move, and gives an interval for each that has stood still for as long as the profile says.
 * An unusable value neither ends nor begins a run; a gap in the device's readings ends it, for it is no evidence.
 */
export function foldFlat(
	profile: Profile,
	before: Flat,
	instants: readonly Spaced[],
): { carry: Flat; intervals: AlarmInterval[] } {
	const carry: Partial<Record<Measurand, { value: number; since: number }>> = {}
	const intervals: AlarmInterval[] = []
	for (const name of measurands) {
		const hours = profile.stuckAfterHours[name]
		if (hours === undefined) continue
		const needed = hours * 3_600_000
		let run: Run | undefined = before[name]
		for (const { at, values, gapBefore, previous } of instants) {
			if (run && gapBefore) {
				intervals.push(...standstill(name, run, needed, previous ?? run.since, true))
				run = undefined
			}
			const value = values[name]
			if (value === undefined || run?.value === value) continue
			if (run) intervals.push(...standstill(name, run, needed, at, true))
			run = { value, since: at }
		}
		const last = instants.at(-1)?.at
		if (!run) continue
		if (last !== undefined) intervals.push(...standstill(name, run, needed, last, false))
		carry[name] = run
	}
	return { carry, intervals }
}

type Run = { value: number; since: number }

function standstill(name: Measurand, run: Run, needed: number, until: number, isOver: boolean): AlarmInterval[] {
	const raisedAt = run.since + needed
	if (until < raisedAt) return []
	const interval = { rule: flatRule(name), onset: run.since, raisedAt, value: run.value }
	return [isOver ? { ...interval, clearedAt: until } : interval]
}
