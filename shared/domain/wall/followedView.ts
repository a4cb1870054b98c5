import type { Role } from '../../contract/people/person.ts'
import type { Profile } from '../../contract/profile/profile.ts'
import type { Courtyard } from '../../contract/registry/registry.ts'
import type { Task } from '../../contract/task/task.ts'
import { DismissReason } from '../../contract/task/taskAction.ts'
import type { TaskEvent, TaskEventType } from '../../contract/task/taskEvent.ts'
import type { FollowedView } from '../../contract/wall/wallViews.ts'
import { isForgotten, readPhotoKey } from '../photo/photoKey.ts'
import { inStateSince } from '../task/taskState.ts'
import { eventWords, reasonWords, stateWords, type Words } from '../task/taskWords.ts'
import { askReporter } from './askReporter.ts'
import { shownCode } from './code.ts'

/** What of the trail concerns the reporter; the rest is how people divide the work. */
const TOLD: readonly TaskEventType[] = [
	'raised',
	'acknowledged',
	'started',
	'fixed',
	'verified',
	'reopened',
	'dismissed',
	'escalated',
	'contact-seen',
]

/** People are called by what they are, never by name; what they wrote to each other stays with them. */
const roleWords: Readonly<Record<Role, Words>> = {
	public: { zh: '报告人', en: 'reporter' },
	head: { zh: '院落长', en: 'courtyard head' },
	village: { zh: '村', en: 'village' },
	staff: { zh: '镇工作人员', en: 'township staff' },
	admin: { zh: '镇工作人员', en: 'township staff' },
}
const SYSTEM: Words = { zh: '系统', en: 'system' }

/** A report or an order for whoever has its code. */
export function followedView(
	{ courtyards, profile }: { courtyards: ReadonlyMap<string, Courtyard>; profile: Profile },
	task: Task & { source: 'resident' | 'order' },
	meToo: number,
	now: number,
): FollowedView {
	return {
		code: shownCode(task.code),
		source: task.source,
		courtyard: task.courtyard,
		courtyardName: courtyards.get(task.courtyard)?.name ?? null,
		what: task.what,
		place: task.place ?? null,
		reportedAt: iso(task.raisedAt),
		state: task.state,
		stateText: stateWords[task.state],
		stateSince: iso(inStateSince(task)),
		steps: task.events
			.filter(({ type }) => TOLD.includes(type))
			.map((event) => ({
				at: iso(event.at),
				text: stepWords(event),
				by: event.actor.role === undefined ? SYSTEM : roleWords[event.actor.role],
				role: event.actor.role ?? null,
			})),
		question: questionOf(task, now, profile),
		photos: ownPhotos(task, now).map(({ key, at }) => ({ key, at: iso(at) })),
		meToo,
	}
}

/** The photos that came with a report, as long as they are kept. */
export const ownPhotos = ({ photos }: Pick<Task, 'photos'>, now: number): Task['photos'] =>
	photos.filter(({ key }) => readPhotoKey(key)?.kind === 'resident' && !isForgotten(key, now))

function stepWords({ type, data }: TaskEvent): Words {
	const words = eventWords[type]
	if (type === 'verified' && data?.reason === 'unanswered')
		return { zh: '报告人未答复，视为已解决', en: 'no answer from the reporter: taken as fixed' }
	const reason = type === 'dismissed' ? DismissReason.safeParse(data?.reason).data : undefined
	if (reason === undefined) return words
	return { zh: `${words.zh}：${reasonWords[reason].zh}`, en: `${words.en}: ${reasonWords[reason].en}` }
}

function questionOf(task: Task, now: number, profile: Profile): FollowedView['question'] {
	const question = askReporter(task, now, profile)
	if (question.is === 'none') return { mayAnswer: false, asked: false, until: null, text: { zh: '', en: '' } }
	return {
		mayAnswer: true,
		asked: question.is !== 'may-answer',
		until: iso(question.until),
		text: { zh: '问题解决了吗？', en: 'Was it fixed?' },
	}
}

const iso = (at: number): string => new Date(at).toISOString()
