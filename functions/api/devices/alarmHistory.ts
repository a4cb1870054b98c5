import type { ReadingsPage } from '../../../shared/contract/telemetry/readingsPage.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { AlarmInterval } from '../../../shared/domain/alarm/state.ts'
import { hourStart } from '../../../shared/domain/telemetry/hour.ts'
import type { DeviceHour } from '../../../shared/ports/telemetryStore.ts'

const Intervals = z.array(
	z.object({ rule: z.string(), onset: z.number(), raisedAt: z.number(), clearedAt: z.optional(z.number()) }),
)

/** The alarms in [from, to). One over several hours stands in each; the latest that speaks of it knows most. */
export function alarmHistory(hours: readonly DeviceHour[], from: number, to: number): ReadingsPage['alarms'] {
	const byKey = new Map<string, Pick<AlarmInterval, 'rule' | 'onset' | 'raisedAt' | 'clearedAt'>>()
	for (const { hour, alarms } of hours) {
		if (alarms === undefined || hourStart(hour) >= to) continue
		for (const { clearedAt, ...interval } of Intervals.parse(JSON.parse(alarms))) {
			byKey.set(`${interval.rule}@${interval.onset}`, {
				...interval,
				...(clearedAt === undefined ? {} : { clearedAt }),
			})
		}
	}
	return [...byKey.values()]
		.filter(({ onset, clearedAt }) => onset < to && (clearedAt ?? to) >= from)
		.map(({ rule, onset, raisedAt, clearedAt }) => ({
			rule,
			onset: iso(onset),
			raisedAt: iso(raisedAt),
			clearedAt: clearedAt === undefined ? null : iso(clearedAt),
		}))
}

const iso = (at: number): string => new Date(at).toISOString()
