import type { AlarmTask } from '../../contract/task/task.ts'
import { settleBySensor, stateLeft } from './sensorSays.ts'

/**
 * A new task that takes the place of one which late readings withdrew, because they moved the alarm's onset: what people
 * and the clock did to that one, and what was promised, goes on with this one.
 */
export function inherit(task: AlarmTask, withdrawn: AlarmTask): AlarmTask {
	const done = withdrawn.events.filter(({ actor }) => actor.kind !== 'sensor')
	const { triage, assignee, deadlines, escalation, ticks, photos, alert, repeats, handedOn } = withdrawn
	const heir: AlarmTask = {
		...task,
		...{ triage, deadlines, escalation, ticks, photos, alert },
		...(assignee === undefined ? {} : { assignee }),
		...(handedOn === undefined ? {} : { handedOn }),
		...(repeats === undefined ? {} : { repeats }),
	}
	if (done.length === 0) return heir
	return settleBySensor({ ...heir, events: [...task.events, ...done], state: stateLeft(withdrawn) })
}
