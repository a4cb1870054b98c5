export type TroubleLog = {
	add(id: string, reason: string): void
	/** Tells what was gathered, now. */
	flush(): void
}

/**
 * Gathers the devices' troubles and tells each reason once in `everyMs`: when the broker goes away, sixty devices say
 * the same at the same time and again at each attempt.
 */
export const troubleLog = (tell: (line: string) => void, everyMs = 5000): TroubleLog => {
	const devices = new Map<string, Set<string>>()
	let timer: NodeJS.Timeout | undefined
	const flush = () => {
		clearTimeout(timer)
		timer = undefined
		for (const [reason, ids] of devices) {
			const [first = ''] = ids
			tell(ids.size === 1 ? `${first}: ${reason}` : `${ids.size} devices: ${reason}`)
		}
		devices.clear()
	}
	return {
		add(id, reason) {
			const ids = devices.get(reason) ?? new Set()
			devices.set(reason, ids.add(id))
			timer ??= setTimeout(flush, everyMs).unref()
		},
		flush,
	}
}
