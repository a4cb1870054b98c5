import type { Device } from '../../shared/contract/registry/registry.ts'
import { type Measurand, measurands } from '../../shared/contract/telemetry/measurand.ts'
import { flatRule } from '../../shared/domain/alarm/flatRule.ts'
import { unpackHour } from '../../shared/domain/telemetry/hourPack.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import type { DeviceHour } from '../../shared/ports/telemetryStore.ts'
import { foldHour, touchedKey } from '../../shared/work/evaluateHour.ts'
import { type AlarmPorts, settleAlarms } from '../../shared/work/settleAlarms.ts'
import type { TaskNote } from '../../shared/work/taskNote.ts'
import { newestHour } from './findSilent.ts'

/** A few neighbours that move are proof enough. */
const NEIGHBOURS = 5

/**
 * A value that has stood still for long is a stuck sensor if the same measurand of a neighbour, a device of the same
 * kind in the same village, moved meanwhile. Then the sensor gets its care task. Alone it proves nothing.
 * @returns the tasks that changed
 */
export async function confirmStuck(
	registry: Registry,
	device: Device,
	item: DeviceHour,
	ports: AlarmPorts,
	now: number,
): Promise<TaskNote[]> {
	const { intervals } = foldHour(registry.profile, device, item)
	const standing = measurands.flatMap((name) => {
		const interval = intervals.find(({ rule, clearedAt }) => rule === flatRule(name) && clearedAt === undefined)
		return interval ? [{ name, interval }] : []
	})
	if (standing.length === 0) return []
	const neighbours = neighboursOf(registry, device).slice(0, NEIGHBOURS)
	const hours = await Promise.all(neighbours.map((neighbour) => newestHour(ports.telemetry, neighbour, now)))
	const confirmed = standing.filter(({ name, interval }) =>
		neighbours.some((neighbour, i) => moved(registry, neighbour, hours[i], name, interval.onset)),
	)
	if (confirmed.length === 0) return []
	const keys = new Set(confirmed.map(({ interval }) => touchedKey(interval)))
	return settleAlarms(registry, device, [{ item, intervals }], ports, now, keys)
}

function neighboursOf(registry: Registry, device: Device): Device[] {
	const village = (of: Device): string | undefined => registry.courtyards.get(of.courtyard)?.village
	return [...registry.devices.values()].filter(
		(other) => other.id !== device.id && other.kind === device.kind && village(other) === village(device),
	)
}

/** Whether a neighbour reports the measurand, and its value changed after the other's stood still. */
function moved(
	{ profile }: Registry,
	neighbour: Device,
	item: DeviceHour | undefined,
	name: Measurand,
	since: number,
): boolean {
	if (!item || !unpackHour(item.hour, item.readings).some(({ values }) => values[name] !== undefined)) return false
	const run = foldHour(profile, neighbour, item).carry.flat?.[name]
	return run === undefined || run.since > since
}
