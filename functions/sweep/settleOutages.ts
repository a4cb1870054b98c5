import type { Device } from '../../shared/contract/registry/registry.ts'
import { type OutageGroup, outageGroups, type Silent, silentTogether } from '../../shared/domain/alarm/outage.ts'
import { outageOver, outageTask } from '../../shared/domain/task/outageTask.ts'
import { isOpen } from '../../shared/domain/task/taskState.ts'
import type { AlertPublisher } from '../../shared/ports/alertPublisher.ts'
import type { Outages } from '../../shared/ports/outages.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import type { TaskStore } from '../../shared/ports/taskStore.ts'
import { sendAlert } from '../../shared/work/sendAlert.ts'
import { noteOf, type TaskNote } from '../../shared/work/taskNote.ts'

export type OutagePorts = { outages: Outages; tasks: TaskStore; alerts: AlertPublisher }

/**
 * Begins and ends outages: many devices of one village or gateway silent together are one task and one message.
 * @param calm groups known to have no outage: a memory that may be lost, it saves reads
 * @returns the ids of the silent devices that an outage explains, which are inhibited until it ends; the tasks that changed
 */
export async function settleOutages(
	registry: Registry,
	devices: readonly Device[],
	silent: readonly Silent[],
	ports: OutagePorts,
	calm: Set<string>,
	now: number,
): Promise<{ explained: Set<string>; tasks: TaskNote[] }> {
	const explained = new Set<string>()
	const tasks: TaskNote[] = []
	const villageOf = ({ courtyard }: Device): string | undefined => registry.courtyards.get(courtyard)?.village
	for (const group of outageGroups(devices, villageOf)) {
		const own = silent.filter(({ device }) => group.members.includes(device) && !explained.has(device.id))
		const together = own.length === 0 ? [] : silentTogether(registry.profile, group, own)
		if (together.length === 0 && calm.has(group.id)) continue
		calm.delete(group.id)
		const open = await ports.outages.open(group.id)
		if (together.length > 0) tasks.push(...(await goOn(registry, group, together, open, ports, now)))
		else if (open !== undefined) tasks.push(...(await endOutage(registry, group, open, ports, now)))
		if (together.length === 0) calm.add(group.id)
		else for (const { device } of own) explained.add(device.id)
	}
	return { explained, tasks }
}

/** Every step may have been done already, by another sweep or before a crash. */
async function goOn(
	registry: Registry,
	group: OutageGroup,
	together: readonly Silent[],
	open: string | undefined,
	ports: OutagePorts,
	now: number,
): Promise<TaskNote[]> {
	const fresh = outageTask(group, together, now, registry.profile)
	const id = open ?? (await ports.outages.begin(group.id, fresh.id))
	const known = await ports.tasks.get(id)
	if (known) return []
	const task = { ...fresh, id }
	if ((await ports.tasks.put(task, undefined)) !== 'stored') return []
	return [noteOf(task, await sendAlert(registry, task, ports, now))]
}

async function endOutage(
	{ profile }: Registry,
	group: OutageGroup,
	open: string,
	ports: OutagePorts,
	now: number,
): Promise<TaskNote[]> {
	const notes: TaskNote[] = []
	for (;;) {
		const task = await ports.tasks.get(open)
		if (task?.source !== 'alarm' || !isOpen(task.state) || task.alarm.clearedAt !== undefined) break
		const over = outageOver(task, now, profile)
		if ((await ports.tasks.put(over, task.version)) !== 'stored') continue
		notes.push(noteOf(over, false))
		break
	}
	await ports.outages.end(group.id, open)
	return notes
}
