import type { LinkTaskView, LinkView } from '../../shared/contract/task/taskLink.ts'
import { earlyAnswer } from '../data/early.ts'
import { type Answer, request } from '../data/request.ts'
import { type ShownTask, shownByLink } from '../task/shownTask.ts'
import type { TaskChannel } from '../task/taskWork.ts'
import { byLink, linkedTaskPath } from './linkCall.ts'
import type { LinkSecret } from './linkSecret.ts'

/** The task that a link opens, as the head of its courtyard. */
export const linkChannel = (token: string, secret: LinkSecret): TaskChannel => {
	const shown = (answer: Answer<LinkView>): Answer<ShownTask> => {
		if (answer.is !== 'ready') return answer
		secret.learn(answer.value.secret)
		return { ...answer, value: shownByLink(answer.value.task) }
	}
	return {
		role: 'head',
		load: async () =>
			shown(
				(await earlyAnswer<LinkView>(linkedTaskPath)) ??
					(await request<LinkView>(linkedTaskPath, { headers: byLink(token) })),
			),
		act: async (body, version) => {
			const answer = await request<LinkView>(`${linkedTaskPath}/actions`, {
				method: 'POST',
				body,
				headers: { ...byLink(token), 'x-task-link-secret': secret.value ?? '', 'if-match': `"${version}"` },
			})
			const current = answer.is === 'refused' && answer.problem.status === 412 ? answer.problem.current : undefined
			return current ? { is: 'changed', current: shownByLink(current as LinkTaskView) } : shown(answer)
		},
	}
}
