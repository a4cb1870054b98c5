import { type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { CourtyardDayChange, DayChanges } from '../../../shared/contract/score/dayChanges.ts'
import type { ChangesView, CourtyardChange } from '../../../shared/contract/service/overview.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import { doubtStates } from '../../../shared/domain/ranking/doubtStates.ts'
import { dayChanges } from '../../../shared/domain/score/dayChanges.ts'
import { isOver } from '../../../shared/domain/score/dayOver.ts'
import { bandOf, toHundredths } from '../../../shared/domain/score/round.ts'
import { factorWords } from '../../../shared/domain/score/scoreWords.ts'
import { raisedAtOf } from '../../../shared/domain/task/taskState.ts'
import { addDays, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { changesOfDay } from '../../../shared/work/changesOfDay.ts'
import { inParallel } from '../../../shared/work/inParallel.ts'
import { isStaff, maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { openTasks } from './openTasks.ts'

type Ports = Pick<ApiPorts, 'registry' | 'scores' | 'dayChanges' | 'tasks' | 'rankings' | 'doubtReviews' | 'now'>

const DAY = 86_400_000
/** Courtyards looked at at once. */
const AT_ONCE = 16

/**
 * What changed since yesterday: courtyards up and down with the cause, tasks raised and closed, doubts nobody has looked
 * into. Units grow with what is shown and counted, not with the courtyards there are: the changes of all, and those of a
 * village, are one item that `rollup` keeps. Ended tasks of a village are looked up courtyard by courtyard.
 */
export async function getChanges(ports: Ports, viewer: Viewer): Promise<Outcome> {
	const now = ports.now()
	const known = await ports.registry.current()
	const seen = [...known.courtyards.keys()].filter((id) => maySee(viewer, id))
	const [{ courtyards, ...counts }, tasks, doubts] = await Promise.all([
		scoresOf(ports, viewer, known, seen, now),
		tasksSince(ports, viewer, seen, now),
		isStaff(viewer) ? openDoubts(ports) : undefined,
	])
	const view: ChangesView = {
		...counts,
		courtyards: courtyards
			.filter(({ courtyard }) => seen.includes(courtyard))
			.flatMap((change) => rowOf(known, change)),
		tasks,
		...(doubts ? { doubts } : {}),
	}
	return ok(view)
}

/** Until the changes of a day are kept, as in the minutes in which it is scored, they are worked out from what there is. */
async function scoresOf(
	{ scores, dayChanges: kept }: Ports,
	viewer: Viewer,
	{ profiles }: Registry,
	seen: readonly string[],
	now: number,
): Promise<DayChanges> {
	const day = addDays(shanghaiDay(now), -1)
	// Nobody has scored it.
	if (!isOver(day, now)) return dayChanges(day, [])
	const scope = isStaff(viewer) ? 'all' : viewer.role === 'village' ? { village: viewer.village } : undefined
	const last = scope && (await kept.of(scope))
	return last?.changes.day === day ? last.changes : changesOfDay(scores, profiles, seen, day)
}

/** Nothing where the courtyard has been taken out of the registry since. */
function rowOf(
	known: Registry,
	{ courtyard: id, score, before, change, cause }: CourtyardDayChange,
): CourtyardChange[] {
	const courtyard = known.courtyards.get(id)
	if (!courtyard) return []
	const villageName = known.villages.get(courtyard.village)?.name
	return [
		{
			courtyard: id,
			name: courtyard.name,
			...(villageName ? { villageName } : {}),
			score: toHundredths(score),
			band: bandOf(score),
			before: toHundredths(before),
			change: toHundredths(change),
			cause: causeView(known, cause),
		},
	]
}

function causeView({ devices }: Registry, cause: CourtyardDayChange['cause']): CourtyardChange['cause'] {
	if (!cause) return null
	const name = devices.get(cause.device)?.name ?? { zh: cause.device, en: cause.device }
	const factor = factorWords[cause.factor]
	const isBetter = cause.points > 0
	return {
		...cause,
		points: toHundredths(cause.points),
		text: {
			zh: `${name.zh}“${factor.zh}”${isBetter ? '减轻' : '加重'}`,
			en: `${name.en}: ${isBetter ? 'less' : 'more'} of “${factor.en}”`,
		},
	}
}

async function tasksSince(
	{ tasks }: Ports,
	viewer: Viewer,
	seen: readonly string[],
	now: number,
): Promise<ChangesView['tasks']> {
	const since = now - DAY
	const [{ tasks: open }, ended] = await Promise.all([
		openTasks(tasks, viewer),
		isStaff(viewer) ? tasks.endedBetween(since, now) : endedOf(tasks, seen, since),
	])
	const endedAs = (state: Task['state']): number => ended.filter((task) => task.state === state).length
	return {
		raised: [...open, ...ended].filter((task) => raisedAtOf(task) > since).length,
		verified: endedAs('verified'),
		dismissed: endedAs('dismissed'),
	}
}

async function endedOf(tasks: Ports['tasks'], seen: readonly string[], since: number): Promise<Task[]> {
	const found = await inParallel(seen, AT_ONCE, (id) =>
		Promise.all((['verified', 'dismissed'] as const).map((state) => tasks.ofCourtyard(id, state, since))),
	)
	return found.flat(2)
}

/** Of the latest draft there is. */
async function openDoubts({ rankings, doubtReviews }: Ports): Promise<ChangesView['doubts']> {
	const [head] = await rankings.months()
	if (!head) return undefined
	const { month, draft } = head
	const [doubts, reviews] = await Promise.all([
		rankings.doubts({ month, generation: draft.id }),
		doubtReviews.ofMonth(month),
	])
	return { month, open: doubtStates(doubts, reviews).filter(({ openDays }) => openDays.length > 0).length }
}
