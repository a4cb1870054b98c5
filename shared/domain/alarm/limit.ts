import type { AlarmRule, LimitRule, Profile } from '../../contract/profile/profile.ts'
import type { Measurand, Values } from '../../contract/telemetry/measurand.ts'
import { levelLimit, passValue, type ScaleOwner, taken } from '../profile/scaleFor.ts'
import type { Judged } from './step.ts'

/**
 * The limit of a rule for this device at this instant: its own, or where the index of the measurand is 60.
 * @returns undefined where the device has no such limit (a level or class without one)
 */
export function limitOf(profile: Profile, rule: LimitRule, owner: ScaleOwner, values: Values): number | undefined {
	if (rule.limit !== undefined) return rule.limit
	const scale = profile.measurands[rule.measurand]?.scale
	if (scale === undefined) return undefined
	if ('breakpoints' in scale) return passValue(scale.breakpoints, rule.direction)
	const multiple = passValue(scale.multiples, rule.direction)
	const limit = levelLimit(scale, owner, values)
	return limit === undefined || multiple === undefined ? undefined : limit * multiple
}

/** Judges the value of the rule's measurand; undefined where there is none to judge. Exactly at the limit is a pass. */
export function judge(
	profile: Profile,
	rule: AlarmRule,
	owner: ScaleOwner,
	instant: { at: number; values: Values; bad: readonly Measurand[] },
): Judged | undefined {
	if (rule.watches === 'plausibility') {
		const spoilt = instant.bad.length
		return { at: instant.at, value: spoilt, over: spoilt > 0, clear: spoilt === 0 }
	}
	const value = instant.values[rule.measurand]
	if (value === undefined) return undefined
	const scale = rule.limit === undefined ? profile.measurands[rule.measurand]?.scale : undefined
	// As the index takes it: what has the index 60 is never over a limit that lies where the index is 60.
	const read = scale ? taken(scale, value) : value
	const limit = limitOf(profile, rule, owner, instant.values)
	if (limit === undefined) return undefined
	const deadband = typeof rule.deadband === 'number' ? rule.deadband : rule.deadband.shareOfLimit * limit
	return rule.direction === 'high'
		? { at: instant.at, value, over: read > limit, clear: read <= limit - deadband }
		: { at: instant.at, value, over: read < limit, clear: read >= limit + deadband }
}
