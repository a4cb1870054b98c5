import type { Profile } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import type { AlarmTask, Task } from '../../contract/task/task.ts'
import { alertDue } from './alertOutbox.ts'
import { MACHINE, scheduled } from './dueSteps.ts'
import { after, inStateSince } from './taskState.ts'
import { alarmFacts, triageOf } from './triage.ts'

/** How long before an alarm its forerunner may have been verified, milliseconds. */
export const repeatWindow = ({ triage }: Profile): number => triage.repeatHours * 3_600_000

/**
 * The task with the note that the same alarm had been verified shortly before, and how often in a row. That may make it
 * another rung's matter, unless somebody has already decided whose it is.
 * @param earlier verified tasks of the courtyard; those of other alarms do not count
 */
export function noteRepeats(
	task: AlarmTask,
	earlier: readonly Task[],
	device: Device | undefined,
	now: number,
	profile: Profile,
): AlarmTask {
	const forerunner = earlier
		.filter((other) => other.source === 'alarm')
		.filter((other) => other.id !== task.id && other.device === task.device && other.rule === task.rule)
		.filter((other) => other.alarm.onset < task.alarm.onset)
		.filter((other) => other.state === 'verified' && inStateSince(other) > task.alarm.onset - repeatWindow(profile))
		.reduce<AlarmTask | undefined>((a, b) => (a && a.alarm.onset > b.alarm.onset ? a : b), undefined)
	const repeats = forerunner ? (forerunner.repeats ?? 0) + 1 : 0
	const looked = { ...task, repeats, version: task.version + 1 }
	if (!forerunner) return scheduled(looked, profile)
	const data = { repeats, earlier: forerunner.id }
	const noted = after(looked, { at: now, actor: MACHINE, type: 'repeated', data })
	return scheduled(retriaged(noted, device, repeats, now, profile), profile)
}

function retriaged(
	task: AlarmTask,
	device: Device | undefined,
	repeats: number,
	now: number,
	profile: Profile,
): AlarmTask {
	const triage = triageOf(profile, { ...alarmFacts(device, task), repeats })
	const isDecided = task.events.some(({ type, actor }) => type === 'retriaged' && actor.kind === 'person')
	if (isDecided || triage.kind === task.triage.kind) return task
	const data = { triage: triage.kind, was: task.triage.kind, rung: triage.owner, repeats }
	const noted = after(task, { at: now, actor: MACHINE, type: 'retriaged', data })
	if (task.escalation.steps > 0 || task.escalation.rung === triage.owner) return { ...noted, triage }
	return { ...noted, triage, escalation: { rung: triage.owner, since: now, steps: 0 }, alert: alertDue(now) }
}
