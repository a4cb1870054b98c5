import type { Profile } from '../../../shared/contract/profile/profile.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import { inStateSince } from '../../../shared/domain/task/taskState.ts'
import type { Words } from '../../../shared/domain/task/taskWords.ts'

/** What a task waits for, and until when that is in time; null where nobody is waited for. */
export function waitsFor(task: Task, { serviceLevel }: Profile): { what: Words; by: number } | null {
	switch (task.state) {
		case 'raised':
			return { what: { zh: '待接单', en: 'to be taken up' }, by: task.deadlines.acknowledgeBy }
		case 'acknowledged':
		case 'in-progress':
		case 'reopened':
			return { what: { zh: '待处理', en: 'to be mended' }, by: task.deadlines.fixBy }
		case 'fixed': {
			if (task.source !== 'alarm') return null
			const by = inStateSince(task) + serviceLevel.verificationMinutes * 60_000
			return { what: { zh: '待传感器核验', en: 'to be verified by the sensor' }, by }
		}
		case 'verified':
		case 'dismissed':
		case 'withdrawn':
			return null
	}
}
