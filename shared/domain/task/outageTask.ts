import type { Task } from '../../contract/task.ts'
import type { OutageGroup, Silent } from '../alarm/outage.ts'

export const OUTAGE = 'outage'

/** The task of an outage: the township technician's, shown with the courtyard that lost most devices. */
export function outageTask(group: OutageGroup, together: readonly Silent[], now: number): Task {
	const onset = Math.min(...together.map((silent) => silent.onset))
	return {
		id: `${group.id}.${OUTAGE}.${onset.toString(36)}`,
		source: 'alarm',
		courtyard: mostHit(together),
		device: group.id,
		rule: OUTAGE,
		severity: 'major',
		concerns: 'device',
		state: 'raised',
		alarm: { onset, raisedAt: onset, value: together.length, statements: {} },
		events: [{ at: onset, actor: 'sensor', to: 'raised' }],
		alert: { dueAt: now },
		version: 1,
	}
}

/** The task once the devices are back. What people did to it stays; one they called fixed, or left alone, is verified. */
export function outageOver(task: Task, now: number): Task {
	const alarm = { ...task.alarm, clearedAt: now }
	if (task.state !== 'raised' && task.state !== 'fixed') return { ...task, alarm, version: task.version + 1 }
	const event = { at: now, actor: 'sensor', from: task.state, to: 'verified' as const }
	return { ...task, alarm, state: 'verified', events: [...task.events, event], version: task.version + 1 }
}

function mostHit(together: readonly Silent[]): string {
	const byCourtyard = [...Map.groupBy(together, ({ device }) => device.courtyard)]
	const sorted = byCourtyard.sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
	return sorted[0]?.[0] ?? ''
}
