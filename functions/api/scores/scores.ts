import { badRequest, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import { type CourtyardDay, Day } from '../../../shared/contract/score/score.ts'
import type { ScoresView } from '../../../shared/contract/score/scoreViews.ts'
import { told } from '../../../shared/contract/text/told.ts'
import * as z from '../../../shared/contract/zod.ts'
import { profileOn } from '../../../shared/domain/profile/inForce.ts'
import { isOver } from '../../../shared/domain/score/dayOver.ts'
import { monthScore, periodScore } from '../../../shared/domain/score/periodScore.ts'
import { addDays, daysBetween, lastDayOf, monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { seenCourtyard } from '../courtyards/seenCourtyard.ts'
import type { Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { scoredView } from './scoredView.ts'

const USUAL_DAYS = 30
const MOST_DAYS = 400

export const ScoresQuery = z.object({ from: z.optional(Day), to: z.optional(Day) }).check(
	z.refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
		path: ['to'],
		...told({ zh: '结束日不能早于开始日', en: '"to" should not be before "from"' }),
	}),
)

/** A courtyard's days and months, by default those of the last 30 days. */
export async function getScores(
	{ registry, scores, now }: Pick<ApiPorts, 'registry' | 'scores' | 'now'>,
	viewer: Viewer,
	id: string,
	query: z.infer<typeof ScoresQuery>,
): Promise<Outcome> {
	const today = shanghaiDay(now())
	const to = query.to ?? (query.from === undefined || query.from <= today ? today : query.from)
	const from = query.from ?? addDays(to, 1 - USUAL_DAYS)
	if (addDays(from, MOST_DAYS) <= to)
		return badRequest('from', { zh: `一次最多 ${MOST_DAYS} 天`, en: `at most ${MOST_DAYS} days at a time` })
	const seen = await seenCourtyard(registry, viewer, id)
	if ('refused' in seen) return seen.refused
	const { known } = seen
	const months = [...new Set([monthOf(from), ...daysBetween(from, to).map(monthOf)])]
	const [firstMonth = monthOf(from)] = months
	const lookBack = profileOn(known.profiles, from).scoring.lookBackDays
	const kept = await scores.days(id, addDays(`${firstMonth}-01`, -lookBack), lastDayOf(months.at(-1) ?? firstMonth))
	const view: ScoresView = {
		courtyard: id,
		from,
		to,
		days: dayViews(known, kept, from, to),
		months: months.flatMap((month) => monthView(known, kept, month, now())),
		running: {
			day: today,
			text: {
				zh: '今天还在进行中，次日0点20分后计分',
				en: 'Today goes on; it is scored from 00:20 of the next day',
			},
		},
	}
	return ok(view)
}

function dayViews(known: Registry, kept: readonly CourtyardDay[], from: string, to: string): ScoresView['days'] {
	if (kept.length === 0) return []
	return periodScore(known.profiles, kept, from, to).days.map((day) => ({
		day: day.day,
		isValid: day.isValid,
		...scoredView(day),
	}))
}

/** Nothing where no day of the month is scored. */
function monthView(known: Registry, kept: readonly CourtyardDay[], month: string, now: number): ScoresView['months'] {
	if (!kept.some(({ day }) => monthOf(day) === month)) return []
	const score = monthScore(known.profiles, kept, month)
	const { isSufficient, validDays, neededDays } = score
	const isRunning = !isOver(lastDayOf(month), now)
	return [{ month, ...scoredView(score), isRunning, isSufficient, validDays, neededDays }]
}
