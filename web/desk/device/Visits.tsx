import type { VisitsView } from '../../../shared/contract/telemetry/visits.ts'
import { daysBetween, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { date } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { deviceWords } from './deviceWords.ts'

const height = 80

/** How often a household toilet was used each day: a bar for each, and how many on hover. */
export const Visits = ({ path, now }: { path: string; now: number }) => {
	const t = useWords(deviceWords)
	const language = useLanguage()
	const visits = useApi<VisitsView>(`${path}/visits?to=${shanghaiDay(now)}`)
	return (
		<section class="card stack">
			<h2>{t.visits}</h2>
			<Live of={visits} skeleton={<Skeleton lines={3} />}>
				{(view) => {
					if (view.days.length === 0) return <p class="grey">{t.noVisits}</p>
					const known = new Map(view.days.map(({ day, visits: count }) => [day, count]))
					const days = daysBetween(view.from, view.to)
					const most = Math.max(1, ...known.values())
					const noon = (day: string): string => date(`${day}T12:00:00+08:00`, language)
					return (
						<>
							<svg class="visits" viewBox={`0 0 ${days.length * 12} ${height}`} role="img">
								<title>{t.visits}</title>
								{days.map((day, index) => {
									const count = known.get(day) ?? 0
									const tall = Math.max(count > 0 ? 2 : 0, (count / most) * height)
									return (
										<rect key={day} class="fill-state" x={index * 12 + 1} y={height - tall} width="10" height={tall}>
											<title>{`${noon(day)} · ${t.times(count)}`}</title>
										</rect>
									)
								})}
							</svg>
							<p class="row apart small grey">
								<span>{noon(view.from)}</span>
								<span>{noon(view.to)}</span>
							</p>
						</>
					)
				}}
			</Live>
		</section>
	)
}
