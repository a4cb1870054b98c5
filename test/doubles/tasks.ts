import type { AlarmTask, InspectionTask, ResidentTask } from '../../shared/contract/task/task.ts'
import type { Actor } from '../../shared/contract/task/taskEvent.ts'
import { defaultProfile } from '../../shared/domain/profile/defaultProfile.ts'
import { type AlarmSubject, stateAlarm } from '../../shared/domain/task/alarmTask.ts'
import { applyAction } from '../../shared/domain/task/applyAction.ts'
import { scheduled } from '../../shared/domain/task/dueSteps.ts'
import { newTask } from '../../shared/domain/task/newTask.ts'
import { deadlinesFrom } from '../../shared/domain/task/serviceLevel.ts'
import { triageOf } from '../../shared/domain/task/triage.ts'

/** A quarter past two in the afternoon, Asia/Shanghai. */
export const RAISED = Date.parse('2026-11-23T06:15:00Z')
export const HOUR = '2026-11-23T06'

/** What an alarm task is about, to be spoiled one field a test. */
export function subjectOf(change: Partial<AlarmSubject> = {}): AlarmSubject {
	const { severity = 'major', concerns = 'environment', onset = RAISED } = change
	return {
		device: 'toilet-1',
		courtyard: 'yard-1',
		rule: 'ammonia-high',
		measurand: 'ammonia',
		onset,
		severity,
		concerns,
		triage: triageOf(defaultProfile, { source: 'alarm', severity, concerns }),
		deadlines: deadlinesFrom(defaultProfile, severity, onset),
		since: onset,
		...change,
	}
}

/** An alarm task just raised; its alert has been sent, the channels have it, and its forerunners have been looked for. */
export function alarmTask(change: Partial<AlarmSubject> = {}, value = 5): AlarmTask {
	const subject = subjectOf(change)
	const said = { rev: 1, interval: { raisedAt: subject.onset, value } }
	const raised = stateAlarm(undefined, subject, HOUR, said)
	return scheduled({ ...raised, repeats: 0, alert: { sentAt: subject.onset }, handedOn: 'raised' }, defaultProfile)
}

export const somebody = (role: NonNullable<Actor['role']>): Actor => ({ kind: 'person', id: role, name: '王芳', role })

/** Something that staff saw on a round. */
export function inspectionTask(
	change: Partial<Pick<InspectionTask, 'id' | 'courtyard' | 'severity'>> = {},
): InspectionTask {
	const told = {
		id: 'inspection.yard-1.seen-first',
		source: 'inspection' as const,
		courtyard: 'yard-1',
		severity: 'minor' as const,
		what: '村口垃圾未清',
		...change,
	}
	const task = newTask(told, somebody('staff'), RAISED, defaultProfile)
	if (task.source !== 'inspection') throw new Error('an inspection makes an inspection task')
	return task
}

/** A resident's report, called fixed by the head an hour after it was told. */
export function residentTask({ id, code }: { id: string; code: string }, fixedAt: number): ResidentTask {
	const told = { id, code, source: 'resident', courtyard: 'yard-1', severity: 'minor', what: '垃圾桶满了' } as const
	const reporter: Actor = { kind: 'person', id: 'reporter', role: 'public' }
	const task = newTask(told, reporter, fixedAt - 3_600_000, defaultProfile)
	const fixed = applyAction(task, { type: 'fix' }, somebody('head'), fixedAt, defaultProfile)
	if (fixed.is !== 'done' || fixed.task.source !== 'resident') throw new Error('a report makes a resident task')
	return fixed.task
}
