import { setTimeout as sleep } from 'node:timers/promises'
import type { TelemetryLine } from './telemetryLine.ts'

const tickMs = 1000

/**
 * Sends each reading in the second it falls due, until aborted. While a device's window is full (the broker is away)
 * its readings wait; they are made when there is room again, so nothing piles up in memory.
 */
export const goLive = async (
	lines: readonly TelemetryLine[],
	now: () => number,
	signal: AbortSignal,
): Promise<void> => {
	while (!signal.aborted) {
		const until = now()
		for (const line of lines) {
			while (line.sentThrough < until && line.hasRoom()) line.sendPack(until)
		}
		await sleep(tickMs, undefined, { signal }).catch(() => {})
	}
}
