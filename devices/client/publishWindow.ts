/**
 * At most `size` messages are under way at once. AWS IoT Core takes at most 100 unacknowledged messages of one
 * client; and what is not sent yet need not be in memory.
 */
export type PublishWindow = {
	/** Messages under way. */
	readonly taken: number
	/** Resolves, in the order of asking, once there is a place; the place is then taken. */
	enter(): Promise<void>
	/** Resolves when there is a free place, without taking it. */
	room(): Promise<void>
	/** Resolves when nothing is under way and nobody waits. */
	empty(): Promise<void>
	leave(): void
	/** Rejects everybody who waits or comes later. */
	close(reason: Error): void
}

type Waiter = { resolve: () => void; reject: (reason: Error) => void }

export const publishWindow = (size: number): PublishWindow => {
	let taken = 0
	let closed: Error | undefined
	const entering: Waiter[] = []
	let onRoom: Waiter[] = []
	let onEmpty: Waiter[] = []

	const wait = (list: Waiter[]) => new Promise<void>((resolve, reject) => list.push({ resolve, reject }))
	const settle = () => {
		if (taken < size) {
			const waiting = onRoom
			onRoom = []
			for (const { resolve } of waiting) resolve()
		}
		if (taken > 0) return
		const waiting = onEmpty
		onEmpty = []
		for (const { resolve } of waiting) resolve()
	}

	return {
		get taken() {
			return taken
		},
		async enter() {
			if (closed !== undefined) throw closed
			if (taken >= size) return wait(entering)
			taken++
		},
		async room() {
			if (closed !== undefined) throw closed
			if (taken >= size) await wait(onRoom)
		},
		async empty() {
			if (taken > 0) await wait(onEmpty)
		},
		leave() {
			// The place goes on to the one who has waited longest.
			const next = entering.shift()
			if (next !== undefined) return next.resolve()
			taken--
			settle()
		},
		close(reason) {
			closed = reason
			for (const { reject } of [...entering, ...onRoom]) reject(reason)
			entering.length = 0
			onRoom = []
		},
	}
}
