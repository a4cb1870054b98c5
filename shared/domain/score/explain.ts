import type { Name } from '../../contract/registry/registry.ts'
import type { Excuse, Factor, LostPart, PeriodScore } from '../../contract/score/score.ts'
import type { Revolution } from '../../contract/telemetry/measurand.ts'
import { lastDayOf, monthOf } from '../time/shanghai.ts'
import { bestRepair } from './repair.ts'
import { excuseWords, factorWords, withinLimitWords } from './scoreWords.ts'
import { tenthsThatAddUp } from './tenths.ts'

type Words = { zh: string; en: string }

/** Points that one cause took, and how it is said. `tenths` are the points as shown: those of all lines add up. */
export type ExplainedPart = {
	/** Absent on the line that sums up the small ones. */
	part?: { revolution: Revolution; device: string; factor: Factor }
	points: number
	tenths: number
	hours: number
	text: Words
}

/** Hours that were not judged by readings, of one device. */
export type ExplainedHours = { device: string; why: Excuse | 'missing'; hours: number; text: Words }

export type Explanation = {
	score: number | null
	/** 100 − score; null where there is no score. */
	lost: number | null
	/** The largest first. */
	parts: ExplainedPart[]
	/** Hours without readings and excused hours. */
	hours: ExplainedHours[]
	validity: Words
	/** What would have gained most, and at most how much. */
	repair?: { device: string; factor: Factor; points: number; text: Words }
}

/** Below this, points are summed up in one line. */
const SMALL = 0.05

/**
 * A score in words, to the last tenth of a point.
 * @param names of devices, by id; one that is not there is called by its id
 */
export function explain(period: PeriodScore, names: ReadonlyMap<string, Name>): Explanation {
	const nameOf = (device: string): Words => names.get(device) ?? { zh: device, en: device }
	const repair = bestRepair(period)
	return {
		score: period.score,
		lost: period.score === null ? null : 100 - period.score,
		parts: explainedParts(period.parts, nameOf),
		hours: explainedHours(period, nameOf),
		validity: validityWords(period),
		...(repair ? { repair: repairWords(repair, nameOf(repair.device)) } : {}),
	}
}

function explainedParts(parts: readonly LostPart[], nameOf: (device: string) => Words): ExplainedPart[] {
	const sorted = [...parts].sort((a, b) => b.points - a.points)
	const large = sorted.filter(({ points }) => points >= SMALL)
	const small = sorted.filter(({ points }) => points < SMALL)
	const rest = small.reduce((sum, { points }) => sum + points, 0)
	const lines = [...large.map((part) => part.points), ...(rest > 0 ? [rest] : [])]
	const tenths = tenthsThatAddUp(lines)
	const found = large.map((part, i): ExplainedPart => {
		const { revolution, device, factor, points, hours } = part
		const shown = tenths[i] ?? 0
		return {
			part: { revolution, device, factor },
			points,
			tenths: shown,
			hours,
			text: lostWords(nameOf(device), part, shown),
		}
	})
	if (rest === 0) return found
	const shown = tenths.at(-1) ?? 0
	const hours = small.reduce((sum, part) => sum + part.hours, 0)
	const text = { zh: `其他小项共扣${shown.toFixed(1)}分`, en: `Small ones together: ${pointsEn(shown)}` }
	return [...found, { points: rest, tenths: shown, hours, text }]
}

/** What stayed within its limit costs points too, and is not called beyond it. */
function lostWords(name: Words, { factor, hours, beyond }: LostPart, shown: number): Words {
	const within = withinLimitWords[factor]
	const isWithin = within !== undefined && beyond === 0
	const cause = isWithin ? within : factorWords[factor]
	const note =
		within === undefined || beyond === undefined || isWithin
			? { zh: '', en: '' }
			: beyond >= hours
				? { zh: '，全部超标', en: ', all beyond the limit' }
				: { zh: `，其中超标${beyond}小时`, en: `, ${beyond} of them beyond the limit` }
	return {
		zh: `${name.zh} ${cause.zh} 共${hours}小时${note.zh}，扣${shown.toFixed(1)}分`,
		en: `${name.en}: ${cause.en} for ${hours} h${note.en}, ${pointsEn(shown)}`,
	}
}

function explainedHours({ devices }: PeriodScore, nameOf: (device: string) => Words): ExplainedHours[] {
	return devices.flatMap(({ device, missing, excused }) => {
		const name = nameOf(device)
		const found: ExplainedHours[] = Object.entries(excused).map(([reason, hours]) => {
			const why = reason as Excuse
			return {
				device,
				why,
				hours,
				text: {
					zh: `${name.zh} ${excuseWords[why].zh} 共${hours}小时，不计分`,
					en: `${name.en}: ${excuseWords[why].en} for ${hours} h, not counted`,
				},
			}
		})
		if (missing === 0) return found
		const text = { zh: `${name.zh} 缺数据 共${missing}小时`, en: `${name.en}: readings missing in ${missing} h` }
		return [{ device, why: 'missing' as const, hours: missing, text }, ...found]
	})
}

/** Only a whole month is ranked; of other periods it is said whether there is enough to go by. */
function validityWords({ from, to, validDays, neededDays, isSufficient }: PeriodScore): Words {
	const days = { zh: `有效天数 ${validDays}/${neededDays}`, en: `Valid days ${validDays} of ${neededDays} needed` }
	const isMonth = from === `${monthOf(from)}-01` && to === lastDayOf(monthOf(from))
	const verdict = isMonth ? ranked : enough
	const { zh, en } = isSufficient ? verdict.yes : verdict.no
	return { zh: `${days.zh}，${zh}`, en: `${days.en}: ${en}` }
}

const ranked = { yes: { zh: '参加排名', en: 'ranked' }, no: { zh: '不参加排名', en: 'not ranked' } }
const enough = { yes: { zh: '数据足够', en: 'enough data' }, no: { zh: '数据不足', en: 'too little data' } }

function repairWords({ device, factor, points }: LostPart, name: Words): NonNullable<Explanation['repair']> {
	const text = {
		zh: `如果${name.zh}没有“${factorWords[factor].zh}”，最多可多得${points.toFixed(1)}分`,
		en: `Without "${factorWords[factor].en}" at ${name.en}, up to ${pointsEn(points)} more`,
	}
	return { device, factor, points, text }
}

const pointsEn = (points: number): string => `${points.toFixed(1)} ${points === 1 ? 'point' : 'points'}`
