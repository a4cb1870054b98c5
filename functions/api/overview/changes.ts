import { type Outcome, ok } from '../../../shared/contract/outcome.ts'
import type { ChangesView, CourtyardChange } from '../../../shared/contract/overview.ts'
import type { Courtyard } from '../../../shared/contract/registry.ts'
import { profileOn } from '../../../shared/domain/profile/inForce.ts'
import { doubtStates } from '../../../shared/domain/ranking/doubtStates.ts'
import { type DayChange, dayChange } from '../../../shared/domain/score/dayChange.ts'
import { periodScore } from '../../../shared/domain/score/periodScore.ts'
import { bandOf, toHundredths } from '../../../shared/domain/score/round.ts'
import { factorWords } from '../../../shared/domain/score/scoreWords.ts'
import { raisedAtOf } from '../../../shared/domain/task/taskState.ts'
import { addDays, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { inParallel } from '../../../shared/work/inParallel.ts'
import { isStaff, maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { openTasks } from './openTasks.ts'

type Ports = Pick<ApiPorts, 'registry' | 'scores' | 'tasks' | 'rankings' | 'doubtReviews' | 'now'>

const DAY = 86_400_000
const MOST_ROWS = 12
/** Points; less is the weather. */
const NOTABLE = 1
/** Courtyards looked at at once. */
const AT_ONCE = 16

/**
 * What changed since yesterday: courtyards up and down with the cause, tasks raised and closed, doubts nobody has looked
 * into. It reads ten days and yesterday's closed tasks of every courtyard the viewer sees, some eight units each, so it
 * is for once in a while: scores change once a day, and the page asks every quarter of an hour.
 */
export async function getChanges(ports: Ports, viewer: Viewer): Promise<Outcome> {
	const now = ports.now()
	const known = await ports.registry.current()
	const seen = [...known.courtyards.values()].filter(({ id }) => maySee(viewer, id))
	const day = addDays(shanghaiDay(now), -1)
	const before = addDays(day, -1)
	const changes = (
		await inParallel(seen, AT_ONCE, (courtyard) => changeOf(ports, known, courtyard, before, day))
	).flat()
	const notable = changes.filter(({ change }) => Math.abs(change) >= NOTABLE)
	const [tasks, doubts] = await Promise.all([
		tasksSince(ports, viewer, seen, now - DAY),
		isStaff(viewer) ? openDoubts(ports) : undefined,
	])
	const view: ChangesView = {
		day,
		before,
		compared: changes.length,
		up: notable.filter(({ change }) => change > 0).length,
		down: notable.filter(({ change }) => change < 0).length,
		courtyards: notable.sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, MOST_ROWS),
		tasks,
		...(doubts ? { doubts } : {}),
	}
	return ok(view)
}

async function changeOf(
	{ scores }: Ports,
	known: Registry,
	courtyard: Courtyard,
	before: string,
	day: string,
): Promise<CourtyardChange[]> {
	const lookBack = profileOn(known.profiles, before).scoring.lookBackDays
	const kept = await scores.days(courtyard.id, addDays(before, -lookBack), day)
	if (kept.length === 0) return []
	const [first, second] = periodScore(known.profiles, kept, before, day).days
	const found = first && second && dayChange(first, second)
	if (!found || first.score === null || second.score === null) return []
	const villageName = known.villages.get(courtyard.village)?.name
	return [
		{
			courtyard: courtyard.id,
			name: courtyard.name,
			...(villageName ? { villageName } : {}),
			score: toHundredths(second.score),
			band: bandOf(second.score),
			before: toHundredths(first.score),
			change: toHundredths(found.change),
			cause: causeView(known, found),
		},
	]
}

function causeView({ devices }: Registry, { cause }: DayChange): CourtyardChange['cause'] {
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
	seen: readonly Courtyard[],
	since: number,
): Promise<ChangesView['tasks']> {
	const { tasks: open } = await openTasks(tasks, viewer)
	const [verified, dismissed] = await Promise.all(
		(['verified', 'dismissed'] as const).map(async (state) =>
			(await inParallel(seen, AT_ONCE, ({ id }) => tasks.ofCourtyard(id, state, since))).flat(),
		),
	)
	const ended = [...(verified ?? []), ...(dismissed ?? [])]
	return {
		raised: [...open, ...ended].filter((task) => raisedAtOf(task) > since).length,
		verified: verified?.length ?? 0,
		dismissed: dismissed?.length ?? 0,
	}
}

/** Of the latest draft there is. */
async function openDoubts({ rankings, doubtReviews }: Ports): Promise<ChangesView['doubts']> {
	const [head] = await rankings.months()
	if (!head) return undefined
	const { month, draft } = head
	const [devices, reviews] = await Promise.all([
		rankings.quality({ month, generation: draft.id }),
		doubtReviews.ofMonth(month),
	])
	const states = devices.flatMap(({ doubts }) => doubtStates(doubts, reviews))
	return { month, open: states.filter(({ openDays }) => openDays.length > 0).length }
}
