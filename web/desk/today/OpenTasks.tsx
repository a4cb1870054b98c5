import type { OverviewView } from '../../../shared/contract/service/overview.ts'
import { useWords } from '../../i18n/useWords.ts'
import { todayWords } from './todayWords.ts'

const order = ['raised', 'reopened', 'acknowledged', 'in-progress', 'fixed'] as const

/** Open tasks by state, as far as there are any. */
export const OpenTasks = ({ tasks: { count, isAll, byState } }: { tasks: OverviewView['tasks'] }) => {
	const t = useWords(todayWords)
	const most = Math.max(1, ...Object.values(byState))
	return (
		<section class="card stack">
			<h2>
				{t.tasks} <span class="count figures">{count}</span>
			</h2>
			{count === 0 ? (
				<p class="grey">{t.noTasks}</p>
			) : (
				<ul class="by-state">
					{order.map((state) => {
						const own = byState[state] ?? 0
						return (
							<li key={state}>
								<a href={`/desk/tasks?state=${state}`}>{t[state]}</a>
								<svg class="segment" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
									<rect class="segment-ground" width="100" height="8" />
									<rect class="fill-state" width={(own / most) * 100} height="8" />
								</svg>
								<span class="figures">{own}</span>
							</li>
						)
					})}
				</ul>
			)}
			{!isAll && <p class="small grey">{t.notAll}</p>}
		</section>
	)
}
