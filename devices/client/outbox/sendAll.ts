import type { Entry, Outbox } from './openOutbox.ts'

/** Takes a payload to where it is to go; resolves when it has arrived. */
export type Send = {
	/** Resolves as soon as another one may be sent. */
	room(): Promise<void>
	send(entry: Entry): Promise<void>
}

export type Sending = {
	/** Says that something was written. */
	wake(): void
	/** Takes no more entries; what is under way may still arrive. Resolves when no more is taken. */
	stop(): Promise<void>
}

/** How many entries are read from the disk at once. */
const READ = 50

/**
 * Sends what stands in a lane, in the order of writing, and removes each entry when it has arrived. What was sent before a
 * crash and not yet removed is sent again: at least once.
 * @param failed told when a send or the disk failed; the entry stays and is sent again at the next start
 */
export function sendAll(outbox: Outbox, lane: string, way: Send, failed: (cause: unknown) => void): Sending {
	let stopped = false
	let last = 0
	let woken: (() => void) | undefined
	let isWoken = false
	let arrived: number[] = []
	let halt = (): void => {}
	const halted = new Promise<void>((resolve) => {
		halt = resolve
	})

	const removeArrived = (): void => {
		const remove = arrived
		arrived = []
		try {
			outbox.write({ remove })
		} catch (cause) {
			failed(cause)
		}
	}
	const hand = (entry: Entry): void => {
		way.send(entry).then(() => {
			// What arrives in one turn goes in one write.
			if (arrived.length === 0) setImmediate(removeArrived)
			arrived.push(entry.id)
		}, failed)
	}
	const run = async (): Promise<void> => {
		while (!stopped) {
			isWoken = false
			for (const entry of outbox.oldest(lane, READ, last)) {
				await Promise.race([way.room(), halted])
				if (stopped) return
				last = entry.id
				hand(entry)
			}
			if (outbox.oldest(lane, 1, last).length > 0 || isWoken || stopped) continue
			await new Promise<void>((resolve) => {
				woken = resolve
			})
		}
	}
	const wake = (): void => {
		isWoken = true
		woken?.()
	}
	const ended = run().catch(failed)
	return {
		wake,
		stop: async () => {
			stopped = true
			halt()
			wake()
			await ended
			if (arrived.length > 0) removeArrived()
		},
	}
}
