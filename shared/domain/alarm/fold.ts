import type { Profile } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import type { Instant } from '../telemetry/hourPack.ts'
import type { Carry } from './carry.ts'
import { foldFlat, type Spaced } from './flat.ts'
import { judge } from './limit.ts'
import { isOutOfService, silentFrom } from './outOfService.ts'
import { type AlarmInterval, NORMAL, type RuleState } from './state.ts'
import { intervalOf, step } from './step.ts'

/** What of the registry the fold needs. */
export type FoldDevice = Pick<Device, 'interval' | 'sewageLevel' | 'toiletClass' | 'outOfService'>

export type Folded = {
	carry: Carry
	/** Every alarm that was active at some time from the first of these readings on, in the order of raising. */
	intervals: AlarmInterval[]
}

/** How long a reading stands for, milliseconds: `holdIntervals` reporting intervals. */
export const holdOf = (profile: Profile, device: FoldDevice): number => profile.holdIntervals * device.interval * 1000

/**
 * How long after a reading the device may stay unheard before it is silent, milliseconds: `holdIntervals` of its reporting
 * interval, or of the one that it promised with that reading (RFC 8428, update time) where that is longer.
 * @param promised `nextWithin` of the reading, seconds
 */
export const patienceOf = (profile: Profile, device: FoldDevice, promised = 0): number =>
	profile.holdIntervals * Math.max(device.interval, promised) * 1000

/**
 * All alarms of one device over readings in the order of time: a pure function, so folding a day in one go or in any
 * pieces (each beginning with the carry of the piece before) gives the same.
 */
export function foldAlarms(profile: Profile, device: FoldDevice, before: Carry, instants: readonly Instant[]): Folded {
	const hold = holdOf(profile, device)
	const served = instants.filter(({ at }) => !isOutOfService(device, at))
	const intervals: AlarmInterval[] = []
	const rules: Record<string, RuleState> = {}
	const spaced: Spaced[] = []
	let { last, promised } = before
	for (const instant of served) {
		const { at, values } = instant
		const patience = patienceOf(profile, device, promised)
		spaced.push({ ...instant, previous: last, gapBefore: last !== undefined && at - last > hold })
		// A silence that has ended is known from the readings alone; one that goes on, only the clock knows (sweep).
		if (last !== undefined && at - last > patience) {
			const onset = silentFrom(device, last, patience)
			if (onset < at) intervals.push({ rule: SILENT, onset, raisedAt: onset, clearedAt: at })
		}
		last = at
		promised = values.nextWithin
	}
	const flat = foldFlat(profile, before.flat ?? {}, spaced)
	intervals.push(...flat.intervals)
	for (const rule of profile.alarms) {
		let state = before.rules[rule.id] ?? NORMAL
		for (const instant of served) {
			const reading = judge(profile, rule, device, instant)
			if (reading === undefined) continue
			if (isQuiet(state) && !reading.over) continue
			const next = step(rule, state, reading, hold)
			if (next.ended) intervals.push(next.ended)
			state = next.state
		}
		if (state.is === 'active' || state.is === 'clearing') intervals.push(intervalOf(rule.id, state))
		if (!isQuiet(state)) rules[rule.id] = state
	}
	intervals.sort((a, b) => a.raisedAt - b.raisedAt || (a.rule < b.rule ? -1 : 1))
	const newest = { ...(last === undefined ? {} : { last }), ...(promised === undefined ? {} : { promised }) }
	return { carry: { ...newest, rules, flat: flat.carry }, intervals }
}

/** The rule every device has: no reading for longer than `patienceOf` the last one. */
export const SILENT = 'silent'

const isQuiet = (state: RuleState): boolean => state.is === 'normal' && state.recent.length === 0
