import {
	badRequest,
	changedMeanwhile,
	conflict,
	created,
	forbidden,
	needsVersion,
	notFound,
	type Outcome,
	ok,
} from '../../../shared/contract/http/outcome.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import type { Actor } from '../../../shared/contract/task/taskEvent.ts'
import type { NewInspectionTask } from '../../../shared/contract/task/taskView.ts'
import { applyAction, type Refusal } from '../../../shared/domain/task/applyAction.ts'
import { newTask } from '../../../shared/domain/task/newTask.ts'
import { actionWords, stateWords } from '../../../shared/domain/task/taskWords.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { isStaff, maySee, personOf, signatureOf, type Viewer } from '../http/viewer.ts'
import { checkPhoto, ownerOf } from '../photos/ownPhoto.ts'
import type { ApiPorts } from '../ports.ts'
import { evidenceFor } from './evidence.ts'
import { sensorOf } from './sensorView.ts'
import { taskView } from './taskView.ts'

type Ports = Pick<ApiPorts, 'registry' | 'tasks' | 'telemetry' | 'voices' | 'now'>
type ActPorts = Ports & Pick<ApiPorts, 'photos' | 'pseudonym'>

export async function getTask(ports: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	const seen = await seenTask(ports, viewer, id)
	if ('refused' in seen) return seen.refused
	return shown(ports, await ports.registry.current(), seen.task, viewer)
}

/**
 * Does something to a task. The caller says which version it was that he saw; if somebody, or the clock, was faster,
 * nothing happens and he gets the task as it is now. An action that has a key is done once, however often it is sent.
 * @param ifMatch the header If-Match
 * @param beforeChange done when the change is certain to be tried; what it answers stops it
 */
export async function actOnTask(
	ports: ActPorts,
	viewer: Viewer,
	id: string,
	wish: TaskAction,
	ifMatch: string | undefined,
	beforeChange: () => Promise<Outcome | undefined> = async () => undefined,
): Promise<Outcome> {
	const seen = await seenTask(ports, viewer, id)
	if ('refused' in seen) return seen.refused
	const known = await ports.registry.current()
	const { task } = seen
	const action = isDone(task, wish) ? undefined : withNewPhoto(task, wish)
	// Whoever heard no answer sends it again.
	if (!action) return shown(ports, known, task, viewer)
	if (ifMatch === undefined) return needsVersion()
	const now = ports.now()
	if (ifMatch.replace(/^W\//, '') !== etagOf(task)) return tooLate(known, task, viewer, now)
	const evidence = await evidenceFor(ports, known, task, now)
	const result = applyAction(task, action, actorOf(viewer), now, known.profile, evidence)
	if (result.is === 'refused') return refusal(known, task, action, result.refusal)
	const photo = 'photo' in action ? action.photo : undefined
	const checked = photo && (await checkPhoto(ports, ownerOf(ports, task, viewer), photo.key))
	if (checked && 'refused' in checked) return checked.refused
	const stopped = await beforeChange()
	if (stopped) return stopped
	// First the picture, then the task that names it: what a crash between the two leaves, the same action repeated mends.
	await checked?.keep()
	if ((await ports.tasks.put(result.task, task.version)) === 'stored') return shown(ports, known, result.task, viewer)
	return tooLate(known, (await ports.tasks.get(id)) ?? task, viewer, now)
}

/** The action without a photo that the task has already; undefined where nothing else is left of it. */
function withNewPhoto(task: Task, action: TaskAction): TaskAction | undefined {
	if (action.type !== 'addPhoto' && action.type !== 'fix') return action
	const { photo, ...rest } = action
	if (!photo || !task.photos.some(({ key }) => key === photo.key)) return action
	return rest.type === 'fix' ? rest : undefined
}

/** Puts on record what somebody saw. Safe to repeat: the same key is the same task. */
export async function createTask(ports: Ports, viewer: Viewer, wish: NewInspectionTask): Promise<Outcome> {
	const { key, device, place, revolution, ...told } = wish
	if (!maySee(viewer, told.courtyard)) return forbidden({ zh: '这是别的院落。', en: 'This is another courtyard.' })
	const known = await ports.registry.recent()
	if (!known.courtyards.has(told.courtyard))
		return badRequest('courtyard', { zh: `没有院落“${told.courtyard}”`, en: `"${told.courtyard}" does not exist` })
	if (device !== undefined && known.devices.get(device)?.courtyard !== told.courtyard)
		return badRequest('device', {
			zh: `“${device}”不是这个院落的设备`,
			en: `"${device}" is not a device of this courtyard`,
		})
	const now = ports.now()
	const task = newTask(
		{
			...told,
			id: `inspection.${told.courtyard}.${key}`,
			source: 'inspection',
			...(device === undefined ? {} : { device }),
			...(place === undefined ? {} : { place }),
			...(revolution === undefined ? {} : { revolution }),
		},
		actorOf(viewer),
		now,
		known.profile,
	)
	const stored = await ports.tasks.put(task, undefined)
	const current = stored === 'stored' ? task : ((await ports.tasks.get(task.id)) ?? task)
	return { ...created(taskView(known, current, viewer, now)), headers: { etag: etagOf(current) } }
}

/** A head cannot tell a task that is not his from one that is not. */
async function seenTask({ tasks }: Ports, viewer: Viewer, id: string): Promise<{ task: Task } | { refused: Outcome }> {
	const task = await tasks.get(id)
	if (task && maySee(viewer, task.courtyard)) return { task }
	return {
		refused: isStaff(viewer)
			? notFound({ zh: `任务“${id}”`, en: `task "${id}"` })
			: forbidden({ zh: '这不是您院落的任务。', en: 'This is not a task of your courtyard.' }),
	}
}

/** It came before, and its answer was lost on the way. */
const isDone = ({ events }: Task, { key }: TaskAction): boolean =>
	key !== undefined && events.some(({ data }) => data?.key === key)

async function shown(ports: Ports, registry: Registry, task: Task, viewer: Viewer): Promise<Outcome> {
	const now = ports.now()
	const sensor = await sensorOf(ports, registry, task, now)
	// Nobody says "me too" of what one household ordered.
	const meToo = task.source === 'order' ? undefined : await ports.voices.count(task.id)
	const view = {
		...taskView(registry, task, viewer, now),
		...(sensor === undefined ? {} : { sensor }),
		...(meToo === undefined ? {} : { meToo }),
	}
	return { ...ok(view), headers: { etag: etagOf(task) } }
}

const tooLate = (registry: Registry, task: Task, viewer: Viewer, now: number): Outcome =>
	changedMeanwhile(task.version, taskView(registry, task, viewer, now))

const etagOf = ({ version }: Task): string => `"${version}"`

const actorOf = (viewer: Viewer): Actor => ({
	kind: 'person',
	id: personOf(viewer).id || viewer.role,
	name: signatureOf(viewer),
	role: viewer.role,
})

function refusal(registry: Registry, task: Task, action: TaskAction, { because, possible }: Refusal): Outcome {
	switch (because) {
		case 'not-for-you':
			return forbidden({
				zh: `“${actionWords[action.type].zh}”不由您来做。`,
				en: `"${actionWords[action.type].en}" is not for you to do.`,
			})
		case 'not-now': {
			const { zh, en } = stateWords[task.state]
			const wish = actionWords[action.type]
			return conflict(
				{
					zh: `任务现在是“${zh}”，不能${wish.zh}。`,
					en: `The task is ${en} (${zh}); "${wish.en}" is not possible now.`,
				},
				possible,
			)
		}
		case 'unknown-rung':
			return badRequest('rung', {
				zh: `应为下列之一：${registry.profile.triage.ladder.map(({ id }) => id).join('、')}`,
				en: `there are: ${registry.profile.triage.ladder.map(({ id }) => id).join(', ')}`,
			})
		case 'too-many-photos':
			return conflict(
				{ zh: '这个任务的照片已满，不能再加。', en: 'The task has as many photos as it can have.' },
				possible,
			)
	}
}
