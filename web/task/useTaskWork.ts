import { useEffect, useMemo, useReducer } from 'preact/hooks'
import { randomKey } from './randomKey.ts'
import { type TaskChannel, TaskWork } from './taskWork.ts'
import { browserRoom } from './waitingRoom.ts'

const pollMs = 30_000
/** A change waits: somebody stands in front of a bin with a phone in the hand. */
const soonMs = 8_000

/**
 * A task and what the reader does to it, kept up to date while it is looked at.
 * @param channel the same object as long as it is the same task
 */
export const useTaskWork = (channel: TaskChannel): TaskWork => {
	const [, draw] = useReducer((count: number) => count + 1, 0)
	const work = useMemo(
		() =>
			new TaskWork(
				channel,
				browserRoom(() => localStorage),
				randomKey,
				() => draw(undefined),
			),
		[channel],
	)
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined
		const round = async (): Promise<void> => {
			clearTimeout(timer)
			if (document.visibilityState === 'visible') await work.refresh()
			const { waiting, failure } = work.state
			clearTimeout(timer)
			timer = setTimeout(round, waiting.length > 0 || failure?.is === 'offline' ? soonMs : pollMs)
		}
		const now = (): void => void round()
		now()
		document.addEventListener('visibilitychange', now)
		addEventListener('online', now)
		return () => {
			clearTimeout(timer)
			document.removeEventListener('visibilitychange', now)
			removeEventListener('online', now)
		}
	}, [work])
	return work
}
