import type { Device } from '../../shared/contract/registry/registry.ts'
import { isFlatRule } from '../../shared/domain/alarm/flatRule.ts'
import { isOutOfService } from '../../shared/domain/alarm/outOfService.ts'
import { covers, endedSince } from '../../shared/domain/alarm/shelf.ts'
import { hourOf } from '../../shared/domain/telemetry/hour.ts'
import { lastReadingAt } from '../../shared/domain/telemetry/lastReading.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import { recordedAlarms, touchedKey } from '../../shared/work/evaluateHour.ts'
import { type AlarmPorts, HISTORY_AFTER_MS, settleAlarms } from '../../shared/work/settleAlarms.ts'
import type { TaskNote } from '../../shared/work/taskNote.ts'

/** Sweeps may stop for a night without an alarm being forgotten whose shelf ended meanwhile. */
const LOOK_BACK_MS = 86_400_000

/** Devices of which a shelf ended within the last day. */
export const unshelved = (registry: Registry, now: number): Device[] =>
	[...new Set(endedSince(registry.shelves, now - LOOK_BACK_MS, now).map(({ device }) => device))]
		.flatMap((id) => registry.devices.get(id) ?? [])
		.filter((device) => !isOutOfService(device, now))

/**
 * What a shelf kept back and still stands at its end becomes a task and an alert now. The newest hour knows of every
 * alarm that is active. Safe to repeat: the task's identity is the alarm's, and a task that is there stays as it is.
 * A value that stands still is left to the comparison with its neighbours.
 * @returns the tasks that changed
 */
export async function settleUnshelved(
	registry: Registry,
	device: Device,
	ports: AlarmPorts,
	now: number,
): Promise<TaskNote[]> {
	// The clock of a device may be some minutes ahead, in the next hour.
	const item = await ports.telemetry.previous(device.id, hourOf(now + 2 * 3_600_000))
	if (!item) return []
	const ended = endedSince(registry.shelves, now - LOOK_BACK_MS, now)
	const standing = recordedAlarms(item).filter(({ rule, raisedAt, clearedAt }) => {
		const seen = lastReadingAt(item.hour, item.readings) ?? raisedAt
		// What was history already when it was shelved stays history.
		const wasNews = ended.some((shelf) => covers(shelf, device.id, rule) && seen > shelf.from - HISTORY_AFTER_MS)
		return wasNews && clearedAt === undefined && !isFlatRule(rule)
	})
	if (standing.length === 0) return []
	// Only these alarms: the hour itself is settled by whoever evaluated it.
	const part = { item: { ...item, touched: [], settled: item.rev }, intervals: standing }
	return settleAlarms(registry, device, [part], ports, now, new Set(standing.map(touchedKey)))
}
