import type { Task } from '../contract/task/task.ts'
import { isShelved } from '../domain/alarm/shelf.ts'
import { alertOf } from '../domain/alert/alert.ts'
import { alertIsDue } from '../domain/task/alertOutbox.ts'
import type { AlertPublisher } from '../ports/alertPublisher.ts'
import type { Registry } from '../ports/registry.ts'
import type { TaskStore } from '../ports/taskStore.ts'

/**
 * Sends the alert of a task and notes it. At least once: a crash between the two sends it again, with the same
 * `dedupeKey`. Someone who changed the task meanwhile is not overwritten; the note is made on what they left. While the
 * alarm is shelved the alert waits.
 * @returns whether it was sent
 */
export async function sendAlert(
	registry: Registry,
	task: Task,
	ports: { tasks: TaskStore; alerts: AlertPublisher },
	now: number,
): Promise<boolean> {
	if (task.source === 'alarm' && isShelved(registry.shelves, task.device, task.rule, now)) return false
	await ports.alerts.publish(alertOf(registry, task))
	let current: Task | undefined = task
	while (current && alertIsDue(current)) {
		const sent: Task = { ...current, alert: { sentAt: now }, version: current.version + 1 }
		if ((await ports.tasks.put(sent, current.version)) === 'stored') return true
		current = await ports.tasks.get(task.id)
	}
	return true
}
