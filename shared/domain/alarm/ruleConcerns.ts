import type { AlarmRule, Profile } from '../../contract/profile/profile.ts'
import { measurands } from '../../contract/telemetry/measurand.ts'
import { flatRule } from './flatRule.ts'
import { SILENT } from './fold.ts'

/** Whose matter an alarm rule is, the courtyard's or the sensor's; undefined for a rule there is not. */
export function ruleConcerns(profile: Profile, rule: string): AlarmRule['concerns'] | undefined {
	const known = profile.alarms.find(({ id }) => id === rule)
	if (known) return known.concerns
	const watchesFlat = measurands.some((name) => name in profile.stuckAfterHours && flatRule(name) === rule)
	return rule === SILENT || watchesFlat ? 'device' : undefined
}
