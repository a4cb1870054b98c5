import type { DeviceHour } from '../../shared/ports/telemetryStore.ts'
import { alarmsText, foldHour, knownAlarms, touchedKey } from '../../shared/work/evaluateHour.ts'
import type { EvaluatedHour } from '../../shared/work/settleAlarms.ts'
import type { DeviceWork } from './deviceWork.ts'

/**
 * Evaluates the hours and records what changed, before any effect: the keys it is about to touch are remembered, so
 * that an alarm which later turns out otherwise can be taken back.
 * @returns the hours whose effects are still to be done; `moved` when an hour changed since it was read
 */
export async function recordAlarms(work: DeviceWork, chain: readonly DeviceHour[]): Promise<EvaluatedHour[] | 'moved'> {
	const evaluated: EvaluatedHour[] = []
	for (const seen of chain) {
		const { intervals } = foldHour(work.profile, work.device, seen)
		const text = alarmsText(intervals)
		let item: DeviceHour | undefined = seen
		if (text !== knownAlarms(seen)) item = await work.telemetry.setAlarms(seen, text, intervals.map(touchedKey))
		if (item === undefined) return 'moved'
		if (item.settled < item.rev) evaluated.push({ item, intervals })
	}
	return evaluated
}
