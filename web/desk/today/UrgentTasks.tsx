import type { OverviewView } from '../../../shared/contract/service/overview.ts'
import { Icon } from '../../components/Icon.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { TaskLines } from '../TaskLines.tsx'
import { todayWords } from './todayWords.ts'

/** Lines of what is due next: all where nothing is urgent, else a few. */
const fewSoon = 3

/** Overdue and urgent tasks, or the good news that there are none; then what is due next. */
export const UrgentTasks = ({ tasks: { urgent, soon } }: { tasks: OverviewView['tasks'] }) => {
	const t = useWords(todayWords)
	const shown = soon.first.slice(0, urgent.count > 0 ? fewSoon : undefined)
	const hidden = urgent.count - urgent.first.length
	return (
		<section class="card stack">
			{urgent.count === 0 ? (
				<div class="all-well">
					<Icon name="check" />
					<div>
						<h2>{t.nothingUrgent}</h2>
						<p class="grey">{t.nothingUrgentNote}</p>
					</div>
				</div>
			) : (
				<>
					<header>
						<h2>
							{t.urgent} <span class="count count-urgent figures">{urgent.count}</span>
						</h2>
						<p class="small grey">{t.urgentNote}</p>
					</header>
					<TaskLines tasks={urgent.first} />
					{hidden > 0 && <a href="/desk/tasks">{t.more(hidden)}</a>}
				</>
			)}
			{shown.length > 0 && (
				<div>
					<h3 class="soon">{t.soon}</h3>
					<TaskLines tasks={shown} />
				</div>
			)}
		</section>
	)
}
