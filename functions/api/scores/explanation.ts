import { notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import { Day, Month } from '../../../shared/contract/score/score.ts'
import type { ExplanationView } from '../../../shared/contract/score/scoreViews.ts'
import { told } from '../../../shared/contract/text/told.ts'
import * as z from '../../../shared/contract/zod.ts'
import { profileOn } from '../../../shared/domain/profile/inForce.ts'
import { isOver } from '../../../shared/domain/score/dayOver.ts'
import { explain } from '../../../shared/domain/score/explain.ts'
import { periodScore } from '../../../shared/domain/score/periodScore.ts'
import { doubtWords } from '../../../shared/domain/score/scoreWords.ts'
import { addDays, lastDayOf } from '../../../shared/domain/time/shanghai.ts'
import { seenCourtyard } from '../courtyards/seenCourtyard.ts'
import type { Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { scoredView } from './scoredView.ts'

export const ExplanationQuery = z.object({
	period: z.union(
		[Day, Month],
		told({
			zh: '应为日期，如 2026-10-05，或月份，如 2026-10',
			en: 'a day like "2026-10-05" or a month like "2026-10"',
		}),
	),
})

/** Where the points of a day or a month went, as data and in words. */
export async function getExplanation(
	{ registry, scores, now }: Pick<ApiPorts, 'registry' | 'scores' | 'now'>,
	viewer: Viewer,
	id: string,
	{ period }: z.infer<typeof ExplanationQuery>,
): Promise<Outcome> {
	const seen = await seenCourtyard(registry, viewer, id)
	if ('refused' in seen) return seen.refused
	const { courtyard, known } = seen
	const [from, to] = Day.safeParse(period).success ? [period, period] : [`${period}-01`, lastDayOf(period)]
	const lookBack = profileOn(known.profiles, from).scoring.lookBackDays
	const kept = await scores.days(id, addDays(from, -lookBack), to)
	const own = kept.filter(({ day }) => day >= from)
	if (own.length === 0) {
		return isOver(to, now())
			? notFound({ zh: `“${id}”${period} 的得分`, en: `score of "${id}" for ${period}` })
			: notFound({
					zh: ` ${period} 的得分；每天的得分在次日 00:20 以后才有`,
					en: `score for ${period} yet: a day is scored from 00:20 of the next day`,
				})
	}
	const score = periodScore(known.profiles, kept, from, to)
	const { isSufficient, validDays, neededDays } = score
	const names = new Map([...known.devices.values()].map(({ id: device, name }) => [device, name]))
	const { lost, parts, hours, validity, repair } = explain(score, names)
	const view: ExplanationView = {
		courtyard: id,
		name: courtyard.name,
		period,
		...scoredView(score),
		lost,
		isRunning: !isOver(to, now()),
		isSufficient,
		validDays,
		neededDays,
		validity,
		parts,
		hours,
		doubts: score.doubts.map((doubt) => ({ ...doubt, text: doubtWords[doubt.doubt] })),
		repair: repair ?? null,
		profiles: [...new Set(own.map(({ profile }) => profile))].sort(),
	}
	return ok(view)
}
