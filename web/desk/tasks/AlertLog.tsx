import type { TaskAlerts } from '../../../shared/contract/alert/outbox.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { capital, dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { taskPageWords } from './taskPageWords.ts'

/** Who was told what, when, by which channel; what waits and what failed. */
export const AlertLog = ({ task }: { task: TaskView }) => {
	const t = useWords(taskPageWords)
	const language = useLanguage()
	const log = useApi<TaskAlerts>(`/api/tasks/${encodeURIComponent(task.id)}/alerts`)
	const statusOf = ({ status, sentAt, nextTryAt, droppedBecause }: TaskAlerts['alerts'][number]): string => {
		if (status === 'sent') return t.sent(dateTime(sentAt ?? '', language))
		if (status === 'waiting') return t.waiting(dateTime(nextTryAt ?? '', language))
		return t[droppedBecause ?? 'gone']
	}
	return (
		<section class="card stack">
			<h2>{t.alerts}</h2>
			<Live of={log} skeleton={<Skeleton lines={2} />}>
				{({ alerts }) =>
					alerts.length === 0 ? (
						<p class="grey">{t.noAlerts}</p>
					) : (
						<ul class="history">
							{alerts.map((one) => (
								<li key={`${one.channel} ${one.text.en} ${one.at}`}>
									<p>
										<strong>{one.channel}</strong> {capital(one.text[language])}
									</p>
									<p class={`small ${one.status === 'waiting' && one.lastError ? 'field-error' : 'grey'}`}>
										{statusOf(one)}
										{one.status !== 'sent' && one.lastError && ` · ${one.lastError}`}
									</p>
								</li>
							))}
						</ul>
					)
				}
			</Live>
		</section>
	)
}
