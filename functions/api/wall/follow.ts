import { conflict, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import type { Confirmation } from '../../../shared/contract/wall/report.ts'
import { applyAction } from '../../../shared/domain/task/applyAction.ts'
import { followedView, ownPhotos } from '../../../shared/domain/wall/followedView.ts'
import { noPhoto, photoAddress } from '../photos/seePhoto.ts'
import { byCode, type ReportedTask } from './codes.ts'
import { countQuestion } from './limits.ts'
import type { Passerby, WallPorts } from './ports.ts'
import { RESIDENT } from './reports.ts'

const TRIES = 5

/** What became of a report or an order. */
export async function follow(ports: WallPorts, from: Passerby, code: string): Promise<Outcome> {
	const { profile } = await ports.registry.current()
	const stopped = await countQuestion(ports, from, profile.wall)
	if (stopped) return stopped
	const found = await byCode(ports, from, code)
	return 'refused' in found ? found.refused : shown(ports, found.task)
}

/**
 * The reporter says whether it is fixed: yes verifies it, no brings it back. Only while it is called fixed; the same answer
 * once more changes nothing.
 */
export async function confirm(ports: WallPorts, from: Passerby, code: string, said: Confirmation): Promise<Outcome> {
	for (let tried = 0; tried < TRIES; tried += 1) {
		const found = await byCode(ports, from, code)
		if ('refused' in found) return found.refused
		const { task } = found
		const last = task.events.findLast(({ to }) => to !== undefined)
		if (last?.actor.role === 'public' && last.to === (said.fixed ? 'verified' : 'reopened')) return shown(ports, task)
		if (task.state !== 'fixed')
			return conflict({ zh: '处理完成后才能确认。', en: 'Only what is said to be fixed can be confirmed.' })
		const { profile } = await ports.registry.current()
		const result = applyAction(task, actionOf(said), RESIDENT, ports.now(), profile)
		if (result.is === 'refused') return conflict({ zh: '现在不能确认。', en: 'This cannot be answered now.' })
		if ((await ports.tasks.put(result.task, task.version)) === 'stored')
			return shown(ports, { ...task, ...result.task } as ReportedTask)
	}
	throw new Error(`a report changed ${TRIES} times while its reporter answered`)
}

function actionOf({ fixed, note }: Confirmation): TaskAction {
	if (fixed) return { type: 'verify', ...(note === undefined ? {} : { note }) }
	return { type: 'reopen', note: note ?? '居民反映没有修好' }
}

/** Where the reporter sees the photo that he sent. */
export async function followedPhoto(ports: WallPorts, from: Passerby, code: string, key: string): Promise<Outcome> {
	const { profile } = await ports.registry.current()
	const stopped = await countQuestion(ports, from, profile.wall)
	if (stopped) return stopped
	const found = await byCode(ports, from, code)
	if ('refused' in found) return found.refused
	const isOwn = ownPhotos(found.task, ports.now()).some((photo) => photo.key === key)
	return isOwn ? photoAddress(ports, key) : noPhoto()
}

async function shown({ registry, voices, now }: WallPorts, task: ReportedTask): Promise<Outcome> {
	const known = await registry.current()
	return ok(followedView(known, task, await voices.count(task.id), now()))
}
