import type { Courtyard } from '../../contract/registry/registry.ts'
import type { Figures } from '../../contract/service/figures.ts'
import type { AlarmTask, Task } from '../../contract/task/task.ts'
import { ruleWords } from '../alert/words.ts'
import { raisedAtOf } from './taskState.ts'

const HOUR = 3_600_000
const DAY = 86_400_000
const TOP = 10
/** ISA-18.2: an alarm that comes so often in so short a time chatters. */
const CHATTER = { times: 3, within: HOUR }

/** The figures as far as they follow from tasks alone; where a device stands is the registry's to say. */
export type TaskFigures = Omit<Figures, 'from' | 'to' | 'stale' | 'topDevices' | 'chattering'> & {
	topDevices: Part & { devices: { device: string; alarms: number }[] }
	chattering: { device: string; rule: string; text: { zh: string; en: string }; alarms: number }[]
}

type Part = { count: number; of: number; share: number | null }
const part = (count: number, of: number): Part => ({ count, of, share: of === 0 ? null : count / of })

/**
 * The figures of tasks that were raised in [from, to); withdrawn ones never were. A pure function of the tasks, so the
 * same question gives the same answer.
 * @param now what is still in time now is neither counted for nor against anybody
 */
export function taskFigures(
	all: readonly Task[],
	courtyards: readonly Courtyard[],
	{ from, to, now }: { from: number; to: number; now: number },
): TaskFigures {
	const tasks = all.filter((task) => {
		const raised = raisedAtOf(task)
		return task.state !== 'withdrawn' && from <= raised && raised < to
	})
	const alarms = tasks.filter((task) => task.source === 'alarm')
	return {
		tasks: tasks.length,
		acknowledgedInTime: inTime(tasks, answeredAt, (task) => task.deadlines.acknowledgeBy, now),
		fixedInTime: inTime(
			tasks.filter(({ state }) => state !== 'dismissed'),
			mendedAt,
			(task) => task.deadlines.fixBy,
			now,
		),
		reopened: reopened(tasks),
		falseAlarms: falseAlarms(alarms),
		alarmsPerHeadPerDay: perHead(alarms, courtyards, (Math.min(to, now) - from) / DAY),
		topDevices: topDevices(alarms),
		chattering: chattering(alarms),
	}
}

/** Those that were done before their time, of those that were done or whose time is over. */
function inTime(
	tasks: readonly Task[],
	doneAt: (task: Task) => number | undefined,
	byOf: (task: Task) => number,
	now: number,
): Part {
	const judged = tasks.flatMap((task) => {
		const [at, by] = [doneAt(task), byOf(task)]
		if (at === undefined && by > now) return []
		return [at !== undefined && at <= by]
	})
	return part(judged.filter(Boolean).length, judged.length)
}

/** When somebody first answered; what was over before that needed no answer any more. */
const answeredAt = (task: Task): number | undefined =>
	task.events.find(
		({ actor, to, type }) => (actor.kind === 'person' && to !== undefined && type !== 'raised') || to === 'verified',
	)?.at

/** When it was called mended, or verified, for the last time; undefined where it is not. */
function mendedAt(task: Task): number | undefined {
	if (task.state !== 'fixed' && task.state !== 'verified') return undefined
	const back = task.events.findLastIndex(({ type }) => type === 'reopened')
	return task.events.slice(back + 1).find(({ to }) => to === 'fixed' || to === 'verified')?.at
}

function reopened(tasks: readonly Task[]): Part {
	const mended = tasks.filter(({ events }) => events.some(({ to }) => to === 'fixed' || to === 'verified'))
	return part(mended.filter(({ events }) => events.some(({ type }) => type === 'reopened')).length, mended.length)
}

function falseAlarms(alarms: readonly AlarmTask[]): Figures['falseAlarms'] {
	const wrong = alarms.filter(
		({ state, events }) =>
			state === 'dismissed' && events.findLast(({ type }) => type === 'dismissed')?.data?.reason === 'false-alarm',
	)
	const rules = counted(wrong, ({ rule }) => rule)
	return {
		...part(wrong.length, alarms.length),
		rules: rules.map(([rule, count]) => ({ rule, text: ruleWords(rule), count })),
	}
}

function perHead(
	alarms: readonly AlarmTask[],
	courtyards: readonly Courtyard[],
	days: number,
): Figures['alarmsPerHeadPerDay'] {
	const headOf = ({ id, head }: Courtyard): string => head ?? id
	const byHead = [...Map.groupBy(courtyards, headOf)]
	const heads = byHead.map(([head, own]) => {
		const ids = own.map(({ id }) => id)
		const count = alarms.filter(
			({ concerns, courtyard }) => concerns === 'environment' && ids.includes(courtyard),
		).length
		return { head, courtyards: ids, alarms: count, perDay: thousandths(days > 0 ? count / days : 0) }
	})
	const total = heads.reduce((sum, { perDay }) => sum + perDay, 0)
	return {
		mean: thousandths(heads.length === 0 ? 0 : total / heads.length),
		heads: heads.sort((a, b) => b.alarms - a.alarms || (a.head < b.head ? -1 : 1)),
	}
}

/** Finer, it would change with every look at the clock. */
const thousandths = (value: number): number => Math.round(value * 1000) / 1000

function topDevices(alarms: readonly AlarmTask[]): TaskFigures['topDevices'] {
	const top = counted(alarms, ({ device }) => device).slice(0, TOP)
	const count = top.reduce((sum, [, n]) => sum + n, 0)
	return { ...part(count, alarms.length), devices: top.map(([device, n]) => ({ device, alarms: n })) }
}

function chattering(alarms: readonly AlarmTask[]): TaskFigures['chattering'] {
	const groups = [...Map.groupBy(alarms, ({ device, rule }) => `${device} ${rule}`).values()]
	const found = groups.flatMap((group) => {
		const times = group.map(raisedAtOf).sort((a, b) => a - b)
		const chatters = times.some(
			(at, i) => (times[i + CHATTER.times - 1] ?? Number.POSITIVE_INFINITY) - at < CHATTER.within,
		)
		const [first] = group
		return chatters && first ? [{ device: first.device, rule: first.rule, alarms: group.length }] : []
	})
	return found
		.sort((a, b) => b.alarms - a.alarms || (a.device < b.device ? -1 : 1))
		.map((one) => ({ ...one, text: ruleWords(one.rule) }))
}

/** How often each name occurs, the most frequent first. */
function counted<T>(items: readonly T[], nameOf: (item: T) => string): [string, number][] {
	return [...Map.groupBy(items, nameOf)]
		.map(([name, group]): [string, number] => [name, group.length])
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}
