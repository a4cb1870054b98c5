import { useState } from 'preact/hooks'
import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { api } from '../../data/api.ts'
import type { Answer } from '../../data/request.ts'
import { type UseApi, useApi } from '../../data/useApi.ts'
import { randomKey } from '../../task/randomKey.ts'

export interface UseTask {
	readonly task: UseApi<TaskView>
	/** Somebody changed it between the reader's look and his deed; it was not done. */
	readonly isOvertaken: boolean
	readonly act: (action: TaskAction, seen: TaskView) => Promise<Answer<TaskView>>
	readonly addPhoto: (
		photo: Extract<TaskAction, { type: 'addPhoto' }>['photo'],
		seen: TaskView,
	) => Promise<Answer<TaskView>>
}

/** A task at the desk. What is done names the version that was seen, so that nobody undoes what others did meanwhile. */
export const useTask = (id: string): UseTask => {
	const path = `/api/tasks/${encodeURIComponent(id)}`
	const task = useApi<TaskView>(path)
	const [isOvertaken, setOvertaken] = useState(false)
	const act = async (action: TaskAction, seen: TaskView): Promise<Answer<TaskView>> => {
		const answer = await api<TaskView>(`${path}/actions`, {
			method: 'POST',
			body: { ...action, key: randomKey() },
			headers: { 'if-match': `"${seen.version}"` },
		})
		setOvertaken(answer.is === 'refused' && answer.problem.status === 412)
		if (answer.is !== 'offline') task.refresh()
		return answer
	}
	/** A photo is meant whatever others did meanwhile. */
	const addPhoto: UseTask['addPhoto'] = async (photo, seen) => {
		const answer = await act({ type: 'addPhoto', photo }, seen)
		const isChanged = answer.is === 'refused' && answer.problem.status === 412 && answer.problem.current !== undefined
		return isChanged ? act({ type: 'addPhoto', photo }, answer.problem.current as TaskView) : answer
	}
	return { task, isOvertaken, act, addPhoto }
}
