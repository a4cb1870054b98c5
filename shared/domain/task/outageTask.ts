import type { Profile } from '../../contract/profile/profile.ts'
import type { AlarmTask } from '../../contract/task/task.ts'
import type { OutageGroup, Silent } from '../alarm/outage.ts'
import { SENSOR } from './alarmTask.ts'
import { alertDue } from './alertOutbox.ts'
import { scheduled } from './dueSteps.ts'
import { settleBySensor } from './sensorSays.ts'
import { deadlinesFrom } from './serviceLevel.ts'
import { triageOf } from './triage.ts'

export const OUTAGE = 'outage'

/** The task of an outage: the township technician's, shown with the courtyard that lost most devices. */
export function outageTask(group: OutageGroup, together: readonly Silent[], now: number, profile: Profile): AlarmTask {
	const onset = Math.min(...together.map((silent) => silent.onset))
	const triage = triageOf(profile, { source: 'alarm', severity: 'major', concerns: 'device' })
	const task: AlarmTask = {
		id: `${group.id}.${OUTAGE}.${onset.toString(36)}`,
		source: 'alarm',
		courtyard: mostHit(together),
		device: group.id,
		rule: OUTAGE,
		severity: 'major',
		concerns: 'device',
		triage,
		state: 'raised',
		deadlines: deadlinesFrom(profile, 'major', now),
		escalation: { rung: triage.owner, since: now, steps: 0 },
		alarm: { onset, raisedAt: onset, value: together.length, statements: {} },
		repeats: 0,
		events: [{ at: onset, actor: SENSOR, type: 'raised', to: 'raised' }],
		ticks: {},
		photos: [],
		alert: alertDue(now),
		version: 1,
	}
	return scheduled(task, profile)
}

/** The task once the devices are back: that verifies it, whatever people did to it, unless they dismissed it. */
export const outageOver = (task: AlarmTask, now: number, profile: Profile): AlarmTask =>
	scheduled(settleBySensor({ ...task, alarm: { ...task.alarm, clearedAt: now }, version: task.version + 1 }), profile)

function mostHit(together: readonly Silent[]): string {
	const byCourtyard = [...Map.groupBy(together, ({ device }) => device.courtyard)]
	const sorted = byCourtyard.sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
	return sorted[0]?.[0] ?? ''
}
