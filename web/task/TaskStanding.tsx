import type { TaskState } from '../../shared/contract/task/taskEvent.ts'
import { Icon } from '../components/Icon.tsx'
import type { IconName } from '../components/icons.ts'
import { useNow } from '../components/useNow.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { shortTime } from './deadline.ts'
import { waitsFor } from './nextStep.ts'
import type { ShownTask } from './shownTask.ts'
import { stateWords } from './taskWords.ts'

const plain: readonly TaskState[] = ['raised', 'acknowledged', 'in-progress']

/** Whether there is more to say of a task than that it waits for somebody's hands. */
export const hasStanding = (state: TaskState): boolean => !plain.includes(state)

/** What a task that is not simply waiting for somebody's hands waits for, or how it ended. */
export const TaskStanding = ({ task }: { task: ShownTask }) => {
	const t = useWords(stateWords)
	const language = useLanguage()
	const now = useNow()
	const { state, next, events } = task
	const last = [...events].reverse().find(({ type }) => type === state)
	const isBySensor = last !== undefined && last.role === undefined
	const box = (tone: 'good' | 'wait' | 'bad', icon: IconName, text: string) => (
		<div class={`standing standing-${tone}`} role="status">
			<Icon name={icon} />
			<div>
				<strong>{t[state]}</strong>
				<p>{text}</p>
			</div>
		</div>
	)
	switch (state) {
		case 'fixed': {
			if (waitsFor(task) === 'people') return box('wait', 'clock', t.peopleConfirm)
			return box(
				'wait',
				'clock',
				next === null ? t.sensorConfirmsSoon : t.sensorConfirms(shortTime(next.by, now, language)),
			)
		}
		case 'verified':
			return box('good', 'check', isBySensor ? t.sensorVerified : t.peopleVerified)
		case 'reopened':
			return box('bad', 'warning', isBySensor ? t.sensorReopened : t.peopleReopened)
		case 'dismissed':
			return box('good', 'check', t.dismissedNote)
		case 'withdrawn':
			return box('good', 'check', t.withdrawnNote)
		default:
			return null
	}
}
