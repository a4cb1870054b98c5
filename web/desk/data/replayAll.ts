import type { GroupReplay, GroupReplayView } from '../../../shared/contract/telemetry/quarantineViews.ts'
import type { Answer, Failure } from '../../data/request.ts'

export interface Replayed {
	readonly done: number
	/** Those that cannot be put back, each with the reason. */
	readonly impossible: readonly { zh: string; en: string }[]
	/** Why it stopped before the end; what is done stays done, and going on does no harm. */
	readonly failure?: Failure
}

/**
 * Replays all that is open of a device and reason, a page a call, the newest first.
 *
 * @param told after every page
 */
export const replayAll = async (
	post: (body: GroupReplay) => Promise<Answer<GroupReplayView>>,
	group: Pick<GroupReplay, 'device' | 'reason'>,
	told: (sofar: Replayed) => void,
): Promise<Replayed> => {
	let sofar: Replayed = { done: 0, impossible: [] }
	let before: string | undefined
	do {
		const answer = await post({ ...group, ...(before === undefined ? {} : { before }) })
		if (answer.is === 'unchanged') return sofar
		if (answer.is !== 'ready') return { ...sofar, failure: answer }
		const { replayed, impossible, next } = answer.value
		sofar = {
			done: sofar.done + replayed,
			impossible: [...sofar.impossible, ...impossible.map(({ detail, zh }) => ({ zh, en: detail }))],
		}
		told(sofar)
		before = next
	} while (before !== undefined)
	return sofar
}
