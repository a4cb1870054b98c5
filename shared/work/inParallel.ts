/** Runs a job for each of the items, so many at a time; the results in the order of the items. Rejects with the first that fails. */
export async function inParallel<T, R>(items: readonly T[], width: number, run: (item: T) => Promise<R>): Promise<R[]> {
	const results: R[] = []
	const queue = items.entries()
	const worker = async (): Promise<void> => {
		for (const [i, item] of queue) results[i] = await run(item)
	}
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
	return results
}
