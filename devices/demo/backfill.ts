import { hourMs } from '../simulator/localTime.ts'
import type { TelemetryLine } from './telemetryLine.ts'

export type BackfillReport = { messages: number; readings: number }

/**
 * Sends every full hour up to `now()` that is not sent yet, one message an hour and device, oldest first over the whole
 * fleet: no device runs further ahead of another than the window of messages under way.
 */
export const backfill = async (
	lines: readonly TelemetryLine[],
	now: () => number,
	signal: AbortSignal,
	onHour: (sentThrough: number) => void,
): Promise<BackfillReport> => {
	const report = { messages: 0, readings: 0 }
	const oldest = Math.min(...lines.map((line) => line.sentThrough))
	for (let end = (Math.floor(oldest / hourMs) + 1) * hourMs; end <= now(); end += hourMs) {
		for (const line of lines) {
			while (line.sentThrough < end) {
				await line.room()
				if (signal.aborted) return report
				const readings = line.sendPack(end)
				report.readings += readings
				if (readings > 0) report.messages++
			}
		}
		onHour(end)
	}
	return report
}
