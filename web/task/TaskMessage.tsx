import { useEffect } from 'preact/hooks'
import { Icon } from '../components/Icon.tsx'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { CheckList } from './CheckList.tsx'
import { Connection } from './Connection.tsx'
import { LaterPhotos } from './LaterPhotos.tsx'
import { Overtaken } from './Overtaken.tsx'
import type { PhotoPlace } from './photoPlace.ts'
import { SensorNow } from './SensorNow.tsx'
import { StepBar } from './StepBar.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { hasStanding, TaskStanding } from './TaskStanding.tsx'
import { Trail } from './Trail.tsx'
import { stateWords } from './taskWords.ts'
import type { TaskWork } from './taskWork.ts'

const open = ['raised', 'acknowledged', 'in-progress', 'reopened']

/** A task as a message to whoever is to do it: what is broken, where, since when, what to do first, and one big button. */
export const TaskMessage = ({ work, photos }: { work: TaskWork; photos: PhotoPlace }) => {
	const t = useWords(stateWords)
	const language = useLanguage()
	const { isBarred } = work.state
	const task = isBarred ? work.state.known : work.seen(Date.now())
	const title = task?.what[language]
	useEffect(() => {
		if (title !== undefined) document.title = title
	}, [title])
	if (task === undefined) return null
	const { severity, severityText, state, checklist, sensor, actions } = task
	const act = (action: Parameters<TaskWork['act']>[0]): void => void work.act(action, Date.now())
	const mayAct = !isBarred
	return (
		<article class="task-message">
			{!isBarred && <Connection state={work.state} />}
			<Overtaken work={work} />
			<header>
				<p class="task-badges">
					<span class={`severity severity-${severity}`}>
						<Icon name={severity === 'minor' ? 'bell' : 'warning'} />
						{severityText[language]}
					</span>
					{!hasStanding(state) && <span class="grey">{t[state]}</span>}
				</p>
				<h1>{title}</h1>
			</header>
			<TaskStanding task={task} />
			<TaskFacts task={task} />
			{open.includes(state) && checklist.length > 0 && (
				<CheckList
					task={task}
					onTick={mayAct && actions.includes('tick') ? (item, done) => act({ type: 'tick', item, done }) : undefined}
				/>
			)}
			{sensor && <SensorNow sensor={sensor} />}
			<LaterPhotos
				task={task}
				place={photos}
				attach={mayAct && actions.includes('addPhoto') ? (key, shows) => work.addPhoto({ key, shows }) : undefined}
			/>
			<Trail task={task} />
			{mayAct && <StepBar key={state} task={task} onAct={act} />}
		</article>
	)
}
