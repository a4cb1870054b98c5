import type { Task } from '../../shared/contract/task/task.ts'
import { SILENT } from '../../shared/domain/alarm/fold.ts'
import { isOutOfService } from '../../shared/domain/alarm/outOfService.ts'
import { isShelved } from '../../shared/domain/alarm/shelf.ts'
import { applyStep, due, scheduled } from '../../shared/domain/task/dueSteps.ts'
import { OUTAGE } from '../../shared/domain/task/outageTask.ts'
import { noteRepeats, repeatWindow } from '../../shared/domain/task/repeats.ts'
import { inStateSince, isOpen } from '../../shared/domain/task/taskState.ts'
import { lastReadingAt } from '../../shared/domain/telemetry/lastReading.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import type { TaskList, TaskStore } from '../../shared/ports/taskStore.ts'
import type { TelemetryStore } from '../../shared/ports/telemetryStore.ts'
import { newestHour } from './findSilent.ts'

export type DuePorts = { tasks: TaskStore; list: Pick<TaskList, 'ofCourtyard'>; telemetry: TelemetryStore }

/**
 * Does to a task what the clock has to do by now: pass it up the ladder, let an acknowledgement time out, bring back what
 * was called fixed and is not. Every step is worked out from the task that its write replaces, so two sweeps at once, or
 * one that was killed, do none twice.
 * @returns the task as it is then, or undefined if it was left alone
 */
export async function settleDue(
	registry: Registry,
	task: Task,
	ports: DuePorts,
	now: number,
): Promise<Task | undefined> {
	let current: Task | undefined = task
	let changed: Task | undefined
	while (current) {
		const next: Task | undefined = await stepped(registry, current, ports, now)
		if (!next) return changed
		if ((await ports.tasks.put(next, current.version)) === 'stored') {
			changed = next
			current = next
		} else current = await ports.tasks.get(current.id)
	}
	return changed
}

async function stepped(registry: Registry, task: Task, ports: DuePorts, now: number): Promise<Task | undefined> {
	const { profile } = registry
	if (!isOpen(task.state) || isHeld(registry, task, now)) return undefined
	const step = due(task, now, profile)[0]
	if (!step) {
		// The profile has changed since it was written.
		const again = scheduled({ ...task, version: task.version + 1 }, profile)
		return again.nextStepAt === task.nextStepAt ? undefined : again
	}
	if (step.type === 'look-back') {
		if (task.source !== 'alarm') return undefined
		const since = task.alarm.onset - repeatWindow(profile)
		const earlier = await ports.list.ofCourtyard(task.courtyard, 'verified', since)
		return noteRepeats(task, earlier, registry.devices.get(task.device), now, profile)
	}
	if (step.type === 'reopen' && !(await wasMeasuredSince(registry, task, ports, now))) return undefined
	return applyStep(task, step, now, profile)
}

/** What keeps an alarm from people holds its task where it is: a shelf, a repair. It goes on when that ends. */
function isHeld({ shelves, devices }: Registry, task: Task, now: number): boolean {
	if (task.source !== 'alarm') return false
	const device = devices.get(task.device)
	return isShelved(shelves, task.device, task.rule, now) || (device !== undefined && isOutOfService(device, now))
}

/** No evidence, no verdict: a sensor that has shown nothing since the repair cannot say that it failed. */
async function wasMeasuredSince(registry: Registry, task: Task, ports: DuePorts, now: number): Promise<boolean> {
	if (task.source !== 'alarm' || task.rule === SILENT || task.rule === OUTAGE) return true
	const device = registry.devices.get(task.device)
	const newest = device && (await newestHour(ports.telemetry, device, now, 'maybeOld'))
	const last = newest && lastReadingAt(newest.hour, newest.readings)
	return last !== undefined && last > inStateSince(task)
}
