import type { Profile } from '../../contract/profile/profile.ts'
import type { Task } from '../../contract/task/task.ts'
import type { Actor } from '../../contract/task/taskEvent.ts'
import { askReporter } from '../wall/askReporter.ts'
import { alertDue } from './alertOutbox.ts'
import { after, inStateSince, raisedAtOf } from './taskState.ts'
import { rungAbove } from './triage.ts'

/** What the clock does to a task. */
export type Step =
	/** Look whether the same alarm had been verified shortly before. */
	| { type: 'look-back' }
	/** Nobody took it up, or nobody mended it, in time: the next rung answers for it. */
	| { type: 'escalate'; because: 'not-acknowledged' | 'overdue' }
	/** Acknowledged and nothing since: it waits for somebody again, one rung up. */
	| { type: 'time-out' }
	/** Called fixed, and the alarm is still there: it comes back, one rung up. */
	| { type: 'reopen' }
	/** Called fixed, and whoever reported it was asked and did not answer: silence is a yes. */
	| { type: 'unanswered' }

const MINUTE = 60_000
export const MACHINE: Actor = { kind: 'machine', id: 'clock' }

/**
 * The next step of a task by the clock, and when.
 *
 * ```
 * raised, reopened ─ not acknowledged in time ──> same state, one rung up (and so on to the top)
 * acknowledged ───── no progress in time ───────> raised, one rung up
 * acknowledged, in-progress ─ not fixed in time ─> same state, one rung up (and so on to the top)
 * fixed ──────────── reporter asked, no answer ─> verified
 * fixed ──────────── alarm still active after the verification window ──> reopened, one rung up
 * ```
 * Each step gives the next rung as much time as the first had; at the top it stays. Apply one, then ask again.
 */
export function nextStep(task: Task, profile: Profile): { at: number; step: Step } | undefined {
	const steps = stepsOf(task, profile).sort((a, b) => a.at - b.at)
	return steps[0]
}

/** The steps that are due: none twice, for each step moves what it was due by. */
export const due = (task: Task, now: number, profile: Profile): Step[] =>
	stepsOf(task, profile)
		.filter(({ at }) => at <= now)
		.sort((a, b) => a.at - b.at)
		.map(({ step }) => step)

/** The task with its next step noted, for the index that the sweep reads. */
export function scheduled<T extends Task>(task: T, profile: Profile): T {
	const { nextStepAt: _, ...rest } = task
	const next = nextStep(task, profile)
	return { ...rest, ...(next === undefined ? {} : { nextStepAt: next.at }) } as T
}

function stepsOf(task: Task, profile: Profile): { at: number; step: Step }[] {
	const { serviceLevel } = profile
	const level = serviceLevel[task.severity]
	const { deadlines, escalation } = task
	const isTop = rungAbove(profile, escalation.rung) === undefined
	// Whoever got it after the promise was broken has as much time as the first had.
	const first = (by: number, minutes: number): number =>
		escalation.since < by ? by : escalation.since + minutes * MINUTE
	const overdue = {
		at: first(deadlines.fixBy, level.fixMinutes),
		step: { type: 'escalate', because: 'overdue' },
	} as const
	const unless = <S>(condition: boolean, step: S): S[] => (condition ? [] : [step])
	const lookBack = unless(task.source !== 'alarm' || task.repeats !== undefined, {
		at: raisedAtOf(task),
		step: { type: 'look-back' },
	} as const)
	switch (task.state) {
		case 'raised':
		case 'reopened': {
			const at = first(deadlines.acknowledgeBy, level.acknowledgeMinutes)
			const by = task.state === 'reopened' ? Math.max(at, inStateSince(task) + level.acknowledgeMinutes * MINUTE) : at
			return [
				...lookBack,
				...unless(isTop, { at: by, step: { type: 'escalate', because: 'not-acknowledged' } } as const),
			]
		}
		case 'acknowledged':
			return [
				...lookBack,
				{ at: inStateSince(task) + level.progressMinutes * MINUTE, step: { type: 'time-out' } },
				...unless(isTop, overdue),
			]
		case 'in-progress':
			return [...lookBack, ...unless(isTop, overdue)]
		case 'fixed': {
			const at = inStateSince(task) + serviceLevel.verificationMinutes * MINUTE
			const asked = askReporter(task, inStateSince(task), profile)
			return [
				...lookBack,
				...unless(task.source !== 'alarm', { at, step: { type: 'reopen' } } as const),
				...(asked.is === 'none' ? [] : [{ at: asked.until, step: { type: 'unanswered' } } as const]),
			]
		}
		case 'verified':
		case 'dismissed':
		case 'withdrawn':
			return []
	}
}

/** The task after a step of the clock. Looking back needs the other tasks: see `noteRepeats`. */
export function applyStep<T extends Task>(
	task: T,
	step: Exclude<Step, { type: 'look-back' }>,
	now: number,
	profile: Profile,
): T {
	switch (step.type) {
		case 'escalate':
			return scheduled(changed(oneRungUp(task, step.because, now, profile), now), profile)
		case 'time-out': {
			const waiting = after(task, { at: now, actor: MACHINE, type: 'timed-out', to: 'raised' })
			return scheduled(changed(oneRungUp(waiting, 'no-progress', now, profile), now), profile)
		}
		case 'reopen': {
			const back = after(task, { at: now, actor: MACHINE, type: 'reopened', to: 'reopened', ...stillActive(task) })
			return scheduled(changed(oneRungUp(back, 'not-fixed', now, profile), now), profile)
		}
		case 'unanswered': {
			const data = { reason: 'unanswered' }
			const done = after(task, { at: now, actor: MACHINE, type: 'verified', to: 'verified', data })
			return scheduled({ ...done, version: task.version + 1 }, profile)
		}
	}
}

/** People are told anew, and whoever wrote the task a moment ago learns that it changed. */
const changed = <T extends Task>(task: T, now: number): T => ({
	...task,
	alert: alertDue(now),
	version: task.version + 1,
})

const stillActive = (task: Task) =>
	task.source === 'alarm' && task.alarm.value !== undefined ? { data: { value: task.alarm.value } } : {}

/** At the top it stays where it is, and the count tells that it came up again. */
function oneRungUp<T extends Task>(task: T, because: string, now: number, profile: Profile): T {
	const { rung, steps } = task.escalation
	const above = rungAbove(profile, rung)?.id ?? rung
	const noted =
		above === rung
			? task
			: after(task, { at: now, actor: MACHINE, type: 'escalated', data: { fromRung: rung, rung: above, because } })
	return { ...noted, escalation: { rung: above, since: now, steps: steps + 1 } }
}
