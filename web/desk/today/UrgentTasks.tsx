import type { OverviewView } from '../../../shared/contract/overview.ts'
import { Icon } from '../../components/Icon.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { TaskLines } from './TaskLines.tsx'
import { todayWords } from './todayWords.ts'

/** Overdue and urgent tasks, or the good news that there are none. */
export const UrgentTasks = ({ urgent: { count, first } }: { urgent: OverviewView['tasks']['urgent'] }) => {
	const t = useWords(todayWords)
	if (count === 0)
		return (
			<section class="card all-well">
				<Icon name="check" />
				<div>
					<h2>{t.nothingUrgent}</h2>
					<p class="grey">{t.nothingUrgentNote}</p>
				</div>
			</section>
		)
	return (
		<section class="card stack">
			<header>
				<h2>
					{t.urgent} <span class="count count-urgent figures">{count}</span>
				</h2>
				<p class="small grey">{t.urgentNote}</p>
			</header>
			<TaskLines tasks={first} />
			{count > first.length && <a href="/desk/tasks">{t.more(count - first.length)}</a>}
		</section>
	)
}
