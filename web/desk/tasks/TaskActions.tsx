import { useState } from 'preact/hooks'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import type { TaskActionType } from '../../../shared/contract/task/taskAction.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { problemText } from '../../forms/problemText.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { capital } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { nextStep } from '../../task/nextStep.ts'
import { shownToViewer } from '../../task/shownTask.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { type FormAction, formActions, isDirect } from './actionFields.ts'
import { taskPageWords } from './taskPageWords.ts'
import type { UseTask } from './useTask.ts'

interface TaskActionsProps {
	readonly use: UseTask
	readonly task: TaskView
	readonly courtyard: CourtyardView | undefined
}

/** What the reader may do to the task now: the step that brings it on first, then everything else. */
export const TaskActions = ({ use, task, courtyard }: TaskActionsProps) => {
	const t = useWords(taskPageWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const [asked, setAsked] = useState<FormAction>()
	const [failure, setFailure] = useState('')
	const mine = task.actions.filter(({ isYours }) => isYours)
	const step = nextStep(shownToViewer(task))
	const textOf = (type: TaskActionType): string => capital(mine.find((one) => one.type === type)?.text[language] ?? '')
	const direct = mine.filter(({ type }) => isDirect(type) && type !== step)
	const forms = formActions.filter((type) => mine.some((one) => one.type === type))
	const act = async (type: 'acknowledge' | 'start' | 'fix' | 'verify'): Promise<void> => {
		const answer = await use.act({ type }, task)
		setFailure(
			answer.is === 'offline'
				? common.offline
				: answer.is === 'refused' && answer.problem.status !== 412
					? problemText(answer.problem, language)
					: '',
		)
	}
	return (
		<section class="card stack task-work" aria-labelledby="work">
			<h2 id="work">{t.work}</h2>
			{mine.length === 0 && <p class="grey">{t.nothingToDo}</p>}
			{step && (
				<button type="button" class="button button-wide" onClick={() => void act(step)}>
					{textOf(step)}
				</button>
			)}
			<div class="row">
				{direct.map(({ type, text }) => (
					<button key={type} type="button" class="button-quiet" onClick={() => void act(type as 'fix')}>
						{capital(text[language])}
					</button>
				))}
				{forms.map((type) => (
					<button
						key={type}
						type="button"
						class={type === 'dismiss' ? 'button-danger' : 'button-quiet'}
						onClick={() => setAsked(type)}
					>
						{textOf(type)}
					</button>
				))}
			</div>
			{failure !== '' && (
				<p class="field-error" role="alert">
					{failure}
				</p>
			)}
			{asked && (
				<ActionDialog
					type={asked}
					title={textOf(asked)}
					task={task}
					head={courtyard?.head}
					send={(action) => use.act(action, task)}
					onClose={() => setAsked(undefined)}
				/>
			)}
		</section>
	)
}
