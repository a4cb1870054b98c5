import type { Profile } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import type { Task } from '../../contract/task/task.ts'
import type { Revolution } from '../../contract/telemetry/measurand.ts'
import type { WallProblem, WallProblems } from '../../contract/wall/publicWall.ts'
import { ruleWords } from '../alert/words.ts'
import { inStateSince, isOpen, raisedAtOf } from '../task/taskState.ts'
import { monthStart } from '../time/month.ts'

type Words = { zh: string; en: string }
type Known = { devices: ReadonlyMap<string, Device>; profile: Pick<Profile, 'services'> }

const MOST = 20

/** What is said instead of the words that somebody typed: these may name a neighbour. */
const toldOf: Readonly<Record<Revolution | 'other', Words>> = {
	toilet: { zh: '厕所问题', en: 'a problem with a toilet' },
	waste: { zh: '垃圾问题', en: 'a problem with waste' },
	sewage: { zh: '污水问题', en: 'a problem with sewage' },
	other: { zh: '其他问题', en: 'another problem' },
}

/**
 * A month's problems for the public page: counted, and the latest of them in words of our own. Care for sensors is no
 * problem of a courtyard, and what was dismissed was none.
 * @param month `2026-11`, Asia/Shanghai
 * @param tasks open ones of any age, and those verified since the month began
 */
export function problemsOf(known: Known, month: string, tasks: readonly Task[]): WallProblems {
	const start = monthStart(month)
	const shown = tasks.filter(isOfPublic)
	const isNew = (task: Task): boolean => raisedAtOf(task) >= start
	const isSolved = (task: Task): boolean => task.state === 'verified' && inStateSince(task) >= start
	const problems = shown.filter(({ source }) => source !== 'order')
	const orders = shown.filter(({ source }) => source === 'order')
	const from = (source: Task['source']): number =>
		problems.filter((task) => task.source === source && isNew(task)).length
	return {
		month,
		reported: { sensors: from('alarm'), residents: from('resident'), inspections: from('inspection') },
		solved: problems.filter(isSolved).length,
		underWay: problems.filter(({ state }) => isOpen(state)).length,
		services: { ordered: orders.filter(isNew).length, delivered: orders.filter(isSolved).length },
		latest: shown
			.filter((task) => isOpen(task.state) || isSolved(task))
			.sort((a, b) => inStateSince(b) - inStateSince(a) || (a.id < b.id ? -1 : 1))
			.slice(0, MOST)
			.map((task) => problemOf(known, task)),
	}
}

/** Repairs of a courtyard that go on, and those that are done. */
export const repairsIn = (tasks: readonly Task[], courtyard: string): { underWay: number; solved: number } => {
	const own = tasks.filter((task) => task.courtyard === courtyard && task.source !== 'order' && isOfPublic(task))
	return {
		underWay: own.filter(({ state }) => isOpen(state)).length,
		solved: own.filter(({ state }) => state === 'verified').length,
	}
}

const isOfPublic = (task: Task): boolean =>
	(isOpen(task.state) || task.state === 'verified') && (task.source !== 'alarm' || task.concerns === 'environment')

function problemOf({ devices, profile }: Known, task: Task): WallProblem {
	const revolution = revolutionOf(devices, task)
	return {
		source: task.source,
		revolution,
		what: whatOf(profile, task, revolution),
		courtyard: task.courtyard,
		state: !isOpen(task.state) ? 'solved' : task.state === 'raised' ? 'waiting' : 'under-way',
		reportedAt: iso(raisedAtOf(task)),
		solvedAt: isOpen(task.state) ? null : iso(inStateSince(task)),
	}
}

function revolutionOf(devices: Known['devices'], task: Task): Revolution | null {
	if (task.source !== 'alarm' && task.revolution !== undefined) return task.revolution
	const kind = task.device === undefined ? undefined : devices.get(task.device)?.kind
	return kind === undefined || kind === 'display' || kind === 'gateway' ? null : kind
}

function whatOf({ services }: Known['profile'], task: Task, revolution: Revolution | null): Words {
	if (task.source === 'alarm') return ruleWords(task.rule)
	const service = task.source === 'order' ? services.offered.find(({ id }) => id === task.service)?.name : undefined
	return service ?? (task.source === 'order' ? { zh: '点单服务', en: 'a service' } : toldOf[revolution ?? 'other'])
}

const iso = (at: number): string => new Date(at).toISOString()
