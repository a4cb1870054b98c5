import type { LimitRule, MeasurandProfile, Profile } from '../../../contract/profile/profile.ts'
import type { ProfileFault } from '../../../contract/profile/profileFault.ts'
import { faultAt, type Path } from '../../../contract/text/fault.ts'
import { PASS, passValue } from '../scaleFor.ts'

/** What is wrong with the alarm rules: a rule that could never raise, or never clear, is a mistake of writing. */
export const alarmFaults = (profile: Profile): ProfileFault[] =>
	profile.alarms.flatMap((rule, i) => (rule.watches === 'limit' ? ruleFaults(profile, rule, ['alarms', i]) : []))

function ruleFaults(profile: Profile, rule: LimitRule, path: Path): ProfileFault[] {
	const measurand = profile.measurands[rule.measurand]
	if (!measurand) {
		const zh = 'measurands 中有的监测项'
		return [faultAt(profile, [...path, 'measurand'], zh, 'a measurand that "measurands" describes')]
	}
	const limits = limitsOf(rule, measurand)
	if (limits.length === 0) {
		const side = { high: { zh: '上', en: 'high' }, low: { zh: '下', en: 'low' } }[rule.direction]
		const zh = `一个限值：${rule.measurand} 没有在${side.zh}侧经过指数 ${PASS} 的标尺`
		const en = `a limit, because ${rule.measurand} has no scale that passes the index ${PASS} on its ${side.en} side`
		return [faultAt(profile, [...path, 'limit'], zh, en)]
	}
	return [...new Set(limits)].flatMap((limit) => limitFaults(profile, rule, measurand, path, limit)).slice(0, 1)
}

/** Every limit the rule can have, whatever the device's level or class and the water's temperature. */
function limitsOf(rule: LimitRule, { scale }: MeasurandProfile): number[] {
	if (rule.limit !== undefined) return [rule.limit]
	if (!scale) return []
	const pass = passValue('breakpoints' in scale ? scale.breakpoints : scale.multiples, rule.direction)
	if (pass === undefined) return []
	if ('breakpoints' in scale) return [pass]
	return Object.values(scale.levels).flatMap(({ limit, coldLimit = limit }) => [limit * pass, coldLimit * pass])
}

function limitFaults(
	profile: Profile,
	{ direction, limit: own, deadband }: LimitRule,
	{ plausible: [least, most] }: MeasurandProfile,
	path: Path,
	limit: number,
): ProfileFault[] {
	const faults: ProfileFault[] = []
	const isReachable = direction === 'high' ? limit < most : limit > least
	if (!isReachable || limit < least || limit > most) {
		const zh = `在合理范围 ${least} 到 ${most} 之内、可以越过的限值（现为 ${limit}）`
		const en = `a limit (now ${limit}) that plausible values, ${least} to ${most}, can pass`
		faults.push(faultAt(profile, own === undefined ? path : [...path, 'limit'], zh, en))
	}
	const band = typeof deadband === 'number' ? deadband : deadband.shareOfLimit * Math.abs(limit)
	const clearAt = direction === 'high' ? limit - band : limit + band
	if (clearAt < least || clearAt > most || (limit > 0 && band > limit)) {
		const zh = `不大于限值 ${limit} 的回差，否则告警无法解除`
		const en = `a deadband no larger than the limit ${limit}; else the alarm could never clear`
		faults.push(faultAt(profile, [...path, 'deadband'], zh, en))
	}
	return faults
}
