import { setTimeout as wait } from 'node:timers/promises'

/** Starts so many a second, evenly, whether or not the earlier ones are done; resolves when all are. */
export async function paced<T>(items: readonly T[], perSecond: number, start: (item: T) => Promise<void>) {
	const startedAt = performance.now()
	const under: Promise<void>[] = []
	for (const [i, item] of items.entries()) {
		const early = startedAt + (i * 1000) / perSecond - performance.now()
		if (early > 0) await wait(early)
		under.push(start(item))
	}
	await Promise.all(under)
}
