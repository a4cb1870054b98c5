/** Runs over the items, so many at a time. The first fault escapes once those under way have ended. */
export async function inParallel<T>(
	items: readonly T[],
	atOnce: number,
	run: (item: T) => Promise<void>,
): Promise<void> {
	for (let i = 0; i < items.length; i += atOnce) {
		const results = await Promise.allSettled(items.slice(i, i + atOnce).map(run))
		for (const result of results) if (result.status === 'rejected') throw result.reason
	}
}
