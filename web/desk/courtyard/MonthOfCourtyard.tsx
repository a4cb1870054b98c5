import type { ExplanationView, ScoresView } from '../../../shared/contract/score/scoreViews.ts'
import { dayStart, lastDayOf, monthOf, nextMonth, previousMonth } from '../../../shared/domain/time/shanghai.ts'
import { MeasurandChart } from '../../chart/MeasurandChart.tsx'
import { CalendarHeat } from '../../components/CalendarHeat.tsx'
import { Live } from '../../components/Live.tsx'
import { Score } from '../../components/Score.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Stepper } from '../../components/Stepper.tsx'
import { useApi } from '../../data/useApi.ts'
import { month as monthText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { withQuery } from '../../routing/address.ts'
import { usePlace } from '../../routing/navigation.ts'
import { bandedRevolutions } from './bandedRevolutions.ts'
import { courtyardWords } from './courtyardWords.ts'
import { Explanation, type Names } from './Explanation.tsx'

/** Scores change once a day. */
const everyMs = 600_000
const dayMs = 86_400_000

interface MonthProps {
	readonly path: string
	readonly month: string
	/** The day whose points are explained; absent: those of the month. */
	readonly day: string | undefined
	readonly today: string
	readonly names: Names
}

/** A month of a courtyard: its score, where the points went, day by day as a calendar and beside the month before. */
export const MonthOfCourtyard = ({ path, month, day, today, names }: MonthProps) => {
	const t = useWords(courtyardWords)
	const language = useLanguage()
	const { path: here, search } = usePlace()
	const from = `${previousMonth(month)}-01`
	const scores = useApi<ScoresView>(`${path}/scores?from=${from}&to=${lastDayOf(month)}`, { pollMs: everyMs })
	const period = day !== undefined && monthOf(day) === month ? day : month
	const explanation = useApi<ExplanationView>(`${path}/explanation?period=${period}`, { pollMs: everyMs })
	const at = (changes: Record<string, string | undefined>): string => withQuery(here + search, changes)
	const earlier = at({ month: previousMonth(month), day: undefined })
	const later = month < monthOf(today) ? at({ month: nextMonth(month), day: undefined }) : undefined
	return (
		<section class="stack month-of">
			<header class="row apart">
				<h2>{t.score}</h2>
				<Stepper label={t.month} earlier={earlier} later={later}>
					{monthText(month, language)}
				</Stepper>
			</header>
			<div class="month-parts">
				<div class="stack">
					<Live of={scores} skeleton={<Skeleton lines={4} tall />}>
						{(view) => <MonthScore view={view} month={month} />}
					</Live>
					<Explanation
						of={explanation}
						period={period}
						names={names}
						month={at({ day: undefined })}
						// Of a month that has only begun there is nothing before its second day.
						before={month === monthOf(today) ? { month: previousMonth(month), href: earlier } : undefined}
					/>
				</div>
				<Live of={scores} skeleton={<Skeleton lines={6} tall />}>
					{(view) => (
						<div class="stack">
							<section class="card stack">
								<header>
									<h2>{t.calendar}</h2>
									<p class="small grey">{t.calendarNote}</p>
								</header>
								<CalendarHeat
									month={month}
									days={view.days.filter((one) => monthOf(one.day) === month)}
									href={(one) => at({ month, day: one })}
								/>
							</section>
							<Trend view={view} today={today} />
						</div>
					)}
				</Live>
			</div>
		</section>
	)
}

const MonthScore = ({ view, month }: { view: ScoresView; month: string }) => {
	const t = useWords(courtyardWords)
	const now = view.months.find((one) => one.month === month)
	const before = view.months.find((one) => one.month === previousMonth(month))
	if (!now) return null
	const change = now.score !== null && before && before.score !== null ? now.score - before.score : undefined
	return (
		<section class="card stack">
			<Score score={now.score} band={now.band} change={change} revolutions={bandedRevolutions(now.revolutions)} />
			{now.isRunning && <p class="small grey">{t.running}</p>}
		</section>
	)
}

const Trend = ({ view, today }: { view: ScoresView; today: string }) => {
	const t = useWords(courtyardWords)
	const points = view.days.flatMap(({ day, score }) =>
		score === null ? [] : [{ at: dayStart(day) + dayMs / 2, value: score }],
	)
	return (
		<MeasurandChart
			title={t.trend}
			unit={t.points}
			points={points}
			range={{ from: dayStart(view.from), to: dayStart(view.to) + dayMs }}
			knownUntil={dayStart(today)}
			holdMs={1.4 * dayMs}
			limits={[{ name: t.pass, value: 60 }]}
			isDaily
			sync="days"
		/>
	)
}
