import type { TasksView } from '../../../shared/contract/task/taskView.ts'
import { Live } from '../../components/Live.tsx'
import { Since } from '../../components/Since.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { trailSentence } from '../../task/trailWords.ts'
import { meWords } from '../phoneWords.ts'
import { useAddress } from '../useCourtyard.ts'
import { latestEvents } from './latestEvents.ts'

const shown = 8

/** What happened in my courtyard lately, each with the way to its task. */
export const Lately = ({ courtyard }: { courtyard: string }) => {
	const t = useWords(meWords)
	const language = useLanguage()
	const address = useAddress()
	const tasks = useApi<TasksView>(`/api/tasks?courtyard=${encodeURIComponent(courtyard)}&limit=10`)
	return (
		<section class="stack">
			<h2>{t.news}</h2>
			<Live of={tasks} skeleton={<Skeleton lines={4} />}>
				{(view) =>
					view.tasks.length === 0 ? (
						<p class="grey">{t.noNews}</p>
					) : (
						<ol class="lately">
							{latestEvents(view, shown).map(({ task, event }) => (
								<li key={`${task.id} ${event.at} ${event.type}`}>
									<a href={address(`/phone/tasks/${encodeURIComponent(task.id)}`)}>
										<strong>{task.what[language]}</strong>
										<span>{trailSentence(event, language)}</span>
										<span class="small grey">
											<Since at={event.at} />
										</span>
									</a>
								</li>
							))}
						</ol>
					)
				}
			</Live>
		</section>
	)
}
