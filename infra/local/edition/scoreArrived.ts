import { setTimeout } from 'node:timers/promises'
import type { QueueService } from '../queue/queueService.ts'

const lookEveryMs = 1000
/** What comes in while one looks: sixty devices send less than this within a second. */
const fewMessages = 200

/**
 * Scores a history as soon as it is worked off, without waiting for the quarter of an hour.
 * @param queue whose messages are the history
 * @param score one run of the rollup
 */
export const scoreArrived = async (
	service: Pick<QueueService, 'counts'>,
	queue: string,
	score: () => Promise<void>,
	signal: AbortSignal,
): Promise<void> => {
	const waiting = (): number => {
		const { visible, inFlight } = service.counts(queue)
		return visible + inFlight
	}
	while (!signal.aborted && waiting() > fewMessages) {
		await setTimeout(lookEveryMs, undefined, { signal }).catch(() => undefined)
	}
	if (!signal.aborted) await score()
}
