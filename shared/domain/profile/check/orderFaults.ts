import type { Profile } from '../../../contract/profile/profile.ts'
import type { ProfileFault } from '../../../contract/profile/profileFault.ts'
import { faultAt, type Path } from '../../../contract/text/fault.ts'

/** What of a profile contradicts itself: names given twice, ends the wrong way round, weights that weigh nothing. */
export function orderFaults(profile: Profile): ProfileFault[] {
	const { scoring, ranking, headEvaluation } = profile
	const faults = [...twice(profile, 'alarms'), ...twice(profile, 'inspection'), ...twice(profile, 'duties')]
	const say = (path: Path, zh: string, en: string) => faults.push(faultAt(profile, path, zh, en))
	for (const name of Object.keys(profile.stuckAfterHours)) {
		if (name in profile.measurands) continue
		say(['stuckAfterHours', name], 'measurands 中有的监测项', 'a measurand that "measurands" describes')
	}
	if (scoring.februaryDays > scoring.monthDays) {
		const [zh, en] = [`不多于 monthDays ${scoring.monthDays}`, `at most monthDays, ${scoring.monthDays}`]
		say(['scoring', 'februaryDays'], zh, en)
	}
	for (const [i, households] of ranking.sizeClasses.entries()) {
		const before = ranking.sizeClasses[i - 1]
		if (before === undefined || before < households) continue
		say(['ranking', 'sizeClasses', i], `大于前一级 ${before}`, `more than the class before, ${before}`)
	}
	if (headEvaluation.twoStars > headEvaluation.threeStars) {
		const most = headEvaluation.threeStars
		say(['headEvaluation', 'twoStars'], `不高于三星 ${most}`, `at most that of three stars, ${most}`)
	}
	if (Object.values(headEvaluation.weights).every((weight) => weight === 0)) {
		say(['headEvaluation', 'weights'], '至少一个权重大于 0', 'at least one weight above 0')
	}
	return faults
}

function twice(profile: Profile, list: 'alarms' | 'inspection' | 'duties'): ProfileFault[] {
	const ids = profile[list].map(({ id }) => id)
	return ids.flatMap((id, i) => {
		const first = ids.indexOf(id)
		if (first === i) return []
		const [zh, en] = [`没有用过的名称（第 ${first + 1} 项已用）`, `a name of its own; entry ${first + 1} has this one`]
		return [faultAt(profile, [list, i, 'id'], zh, en)]
	})
}
