import type { IndexMeasurand, Scale } from '../../../contract/profile/indexProfile.ts'
import type { Profile } from '../../../contract/profile/profile.ts'
import type { ProfileFault } from '../../../contract/profile/profileFault.ts'
import { knownUnits, measurandUnit } from '../../../contract/telemetry/measurandUnit.ts'
import { faultAt, type Path } from '../../../contract/text/fault.ts'

type Measured = { measurands: Readonly<Record<string, IndexMeasurand | undefined>> }

const BEST = 100
const levelsBy: Readonly<Record<'sewageLevel' | 'toiletClass', readonly string[]>> = {
	sewageLevel: ['I', 'II', 'III'],
	toiletClass: ['1', '2', '3'],
}

/** What is wrong with the measurands and scales of any profile. */
export const scaleFaults = (profile: Measured): ProfileFault[] =>
	entries(profile).flatMap(([name, { unit, plausible, scale }]) => {
		const path = ['measurands', name]
		const faults: ProfileFault[] = []
		const say = (at: Path, zh: string, en: string) => faults.push(faultAt(profile, [...path, ...at], zh, en))
		if (!knownUnits.includes(unit)) {
			say(['unit'], `已知的单位：${knownUnits.join(' ')}`, `a known unit: ${knownUnits.join(' ')}`)
		}
		if (plausible && plausible[0] >= plausible[1]) {
			say(['plausible', 1], `大于下限 ${plausible[0]}`, `more than the lower end, ${plausible[0]}`)
		}
		if (scale && 'multiples' in scale) {
			const known = levelsBy[scale.by]
			for (const [level, { coldLimit }] of Object.entries(scale.levels)) {
				if (!known.includes(level)) {
					say(['scale', 'levels', level], `等级 ${known.join('、')} 之一`, `one of the levels ${known.join(', ')}`)
				}
				if (coldLimit !== undefined && scale.coldAtMost === undefined) {
					const at = ['scale', 'levels', level, 'coldLimit']
					say(
						at,
						'同时给出 coldAtMost（水温上限）',
						'a "coldAtMost" of the scale: up to which water temperature it holds',
					)
				}
			}
			if (Object.keys(scale.levels).length === 0)
				say(['scale', 'levels'], '至少一个等级的限值', 'a limit of at least one level')
		}
		return faults
	})

/** What is wrong with those of a full profile besides: its units are fixed, and 100 is the best. */
export const fullScaleFaults = (profile: Profile): ProfileFault[] =>
	(Object.keys(profile.measurands) as (keyof typeof measurandUnit)[]).flatMap((name) => {
		const measurand = profile.measurands[name]
		if (!measurand) return []
		const path = ['measurands', name]
		const unit = measurandUnit[name]
		const faults =
			measurand.unit === unit
				? []
				: [faultAt(profile, [...path, 'unit'], `固定单位 "${unit}"`, `"${unit}", the one unit of ${name}`)]
		const { key, points } = pointsOf(measurand.scale)
		for (const [i, [, index]] of points.entries()) {
			if (index <= BEST) continue
			faults.push(faultAt(profile, [...path, 'scale', key, i, 1], '0 到 100 的指数', 'an index of 0 to 100, the best'))
		}
		return faults
	})

const pointsOf = (scale: Scale | undefined) => {
	if (!scale) return { key: '', points: [] }
	return 'breakpoints' in scale
		? { key: 'breakpoints', points: scale.breakpoints }
		: { key: 'multiples', points: scale.multiples }
}

const entries = ({ measurands }: Measured): [string, IndexMeasurand][] =>
	Object.entries(measurands).flatMap(([name, measurand]) => (measurand ? [[name, measurand]] : []))
