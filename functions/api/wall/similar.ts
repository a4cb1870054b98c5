import { notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { DraftReport } from '../../../shared/contract/wall/report.ts'
import type { SimilarView } from '../../../shared/contract/wall/wallViews.ts'
import { whatOf } from '../../../shared/domain/alert/alert.ts'
import { isOpen, openStates, raisedAtOf } from '../../../shared/domain/task/taskState.ts'
import { stateWords } from '../../../shared/domain/task/taskWords.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { CONTACT_MS } from '../../../shared/domain/wall/contactKey.ts'
import { similarTo } from '../../../shared/domain/wall/similar.ts'
import { countQuestion, nameOf } from './limits.ts'
import type { Passerby, WallPorts } from './ports.ts'
import { misplaced } from './receive.ts'

/** What is known already and may be the same as a report that is about to be sent. Without codes, and without orders. */
export async function similar(ports: WallPorts, from: Passerby, draft: DraftReport): Promise<Outcome> {
	const known = await ports.registry.current()
	const wrong = misplaced(known, draft)
	if (wrong) return wrong
	const stopped = await countQuestion(ports, from, known.profile.wall)
	if (stopped) return stopped
	const open = await Promise.all(openStates.map((state) => ports.tasks.ofCourtyard(draft.courtyard, state)))
	const found = similarTo(draft, open.flat(), ports.now(), known.profile)
	const view: SimilarView = {
		similar: await Promise.all(found.map(async (task) => summary(task, await ports.voices.count(task.id)))),
	}
	return ok(view)
}

/** "Me too": counts once for each address and day. */
export async function meToo(ports: WallPorts, from: Passerby, id: string): Promise<Outcome> {
	const known = await ports.registry.current()
	const stopped = await countQuestion(ports, from, known.profile.wall)
	if (stopped) return stopped
	const task = await ports.tasks.get(id, 'maybeOld')
	if (!task || task.source === 'order' || !isOpen(task.state))
		return notFound({ zh: '这一件未办结的上报', en: 'such open report' })
	const now = ports.now()
	const expires = Math.ceil((now + CONTACT_MS) / 1000)
	await ports.voices.add(id, shanghaiDay(now), nameOf(ports, from, now), expires)
	return ok({ id, meToo: await ports.voices.count(id) })
}

const summary = (task: Task, voices: number): SimilarView['similar'][number] => ({
	id: task.id,
	what: whatOf(task),
	place: task.source === 'alarm' ? null : (task.place ?? null),
	revolution: task.source === 'alarm' ? null : (task.revolution ?? null),
	device: task.device ?? null,
	state: task.state,
	stateText: stateWords[task.state],
	reportedAt: new Date(raisedAtOf(task)).toISOString(),
	meToo: voices,
})
