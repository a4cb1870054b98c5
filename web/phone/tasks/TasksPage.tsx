import type { TasksView } from '../../../shared/contract/task/taskView.ts'
import { Chips } from '../../components/Chips.tsx'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useApi } from '../../data/useApi.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { TaskLine } from '../../task/TaskLine.tsx'
import { PhoneSkeleton } from '../PhoneSkeleton.tsx'
import { homeWords, tasksWords } from '../phoneWords.ts'
import { useAddress, useCourtyard } from '../useCourtyard.ts'
import { sortOpen } from './sortOpen.ts'

/** What is to be done in my courtyard, the most urgent first; what was done one tap away. */
export const TasksPage = () => {
	const t = useWords(tasksWords)
	const home = useWords(homeWords)
	const { id } = useCourtyard()
	const address = useAddress()
	const isClosed = useQuery().get('show') === 'closed'
	const state = isClosed ? 'verified' : 'open'
	const tasks = useApi<TasksView>(`/api/tasks?courtyard=${encodeURIComponent(id)}&state=${state}&limit=30`)
	return (
		<Page title={t.title}>
			<Chips
				name="show"
				label={t.which}
				choices={[
					{ value: '', label: t.open },
					{ value: 'closed', label: t.closed },
				]}
			/>
			<Live of={tasks} skeleton={<PhoneSkeleton />}>
				{({ tasks: all }) =>
					all.length === 0 ? (
						<Notice icon="check" title={isClosed ? t.noneClosed : t.none}>
							{isClosed ? t.noneClosedNote : t.noneNote}
						</Notice>
					) : (
						<ul class="task-lines">
							{(isClosed ? all : sortOpen(all)).map((task) => (
								<li key={task.id}>
									<TaskLine task={task} href={address(`/phone/tasks/${encodeURIComponent(task.id)}`)} />
								</li>
							))}
						</ul>
					)
				}
			</Live>
			<a class="button-quiet button-wide" href={address('/phone/report')}>
				{home.report}
			</a>
		</Page>
	)
}
