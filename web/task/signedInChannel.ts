import type { Role } from '../../shared/contract/people/person.ts'
import type { TaskView } from '../../shared/contract/task/taskView.ts'
import { api } from '../data/api.ts'
import type { Answer } from '../data/request.ts'
import { type ShownTask, shownToViewer } from './shownTask.ts'
import type { TaskChannel } from './taskWork.ts'

/** A task for somebody who signed in. */
export const signedInChannel = (id: string, role: Role): TaskChannel => {
	const path = `/api/tasks/${encodeURIComponent(id)}`
	const shown = (answer: Answer<TaskView>): Answer<ShownTask> =>
		answer.is === 'ready' ? { ...answer, value: shownToViewer(answer.value) } : answer
	return {
		role,
		load: async () => shown(await api<TaskView>(path)),
		act: async (body, version) => {
			const answer = await api<TaskView>(`${path}/actions`, {
				method: 'POST',
				body,
				headers: { 'if-match': `"${version}"` },
			})
			const current = answer.is === 'refused' && answer.problem.status === 412 ? answer.problem.current : undefined
			return current ? { is: 'changed', current: shownToViewer(current as TaskView) } : shown(answer)
		},
	}
}
