import { SILENT } from '../../shared/domain/alarm/fold.ts'
import { reminderOf } from '../../shared/domain/alert/tidings.ts'
import { OUTAGE } from '../../shared/domain/task/outageTask.ts'
import type { Due } from './sendDue.ts'

/** One message that a channel took. */
export type Told = {
	channel: string
	/** The keys of the news in it, `<task>:<news>`. */
	alerts: string[]
	/** From the readings that raised the alarms in it, milliseconds each. */
	sinceReading: number[]
	/** From when the critical news in it were known, milliseconds each. */
	sinceCritical: number[]
}

/** What the news of a message have come through by now. Reminders are late by intent, and a silence has no reading. */
export function toldOf(channel: string, dues: readonly Due[], now: number): Told {
	const first = dues.filter(({ entry }) => reminderOf(entry.news) === 0)
	return {
		channel,
		alerts: dues.map(({ entry }) => `${entry.task}:${entry.news}`),
		sinceReading: first.flatMap(({ entry, task }) =>
			entry.news === 'raised' && task.source === 'alarm' && task.rule !== SILENT && task.rule !== OUTAGE
				? [now - task.alarm.raisedAt]
				: [],
		),
		sinceCritical: first.flatMap(({ entry }) => (entry.severity === 'critical' ? [now - entry.at] : [])),
	}
}
