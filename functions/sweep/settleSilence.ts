import type { Device } from '../../shared/contract/registry/registry.ts'
import { SILENT } from '../../shared/domain/alarm/fold.ts'
import { silentFrom } from '../../shared/domain/alarm/outOfService.ts'
import { lastReadingAt } from '../../shared/domain/telemetry/lastReading.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import { alarmsText, foldHour, knownAlarms, openSilenceKey, touchedKey } from '../../shared/work/evaluateHour.ts'
import { type AlarmPorts, settleAlarms } from '../../shared/work/settleAlarms.ts'
import type { TaskNote } from '../../shared/work/taskNote.ts'
import { newestHour, patienceAfter } from './findSilent.ts'

/** Makes the silence of a device an alarm of its newest hour, with its task and alert. Safe to repeat. @returns tasks changed */
export async function settleSilence(
	registry: Registry,
	device: Device,
	onset: number,
	ports: AlarmPorts,
	now: number,
): Promise<TaskNote[]> {
	const seen = await newestHour(ports.telemetry, device, now)
	const last = seen && lastReadingAt(seen.hour, seen.readings)
	// It spoke since it was looked at.
	if (!seen || last === undefined || silentFrom(device, last, patienceAfter(registry, device, seen)) !== onset)
		return []
	const known = foldHour(registry.profile, device, seen).intervals
	const silence = { rule: SILENT, onset, raisedAt: onset }
	const intervals = [...known, silence]
	const keys = [...known.map(touchedKey), openSilenceKey(silence)]
	const text = alarmsText(intervals)
	const isKnown = text === knownAlarms(seen)
	const item = isKnown ? seen : await ports.telemetry.setAlarms(seen, text, keys)
	// A reading came meanwhile: then the device is not silent.
	if (!item) return []
	// So it is, when one came in a later hour. Ingest looks at this hour after it wrote that one, and we look at that one
	// after we wrote this: whoever comes second sees it.
	if ((await newestHour(ports.telemetry, device, now))?.hour !== item.hour) {
		await ports.telemetry.setAlarms(item, alarmsText(known), [])
		return []
	}
	return item.settled < item.rev ? settleAlarms(registry, device, [{ item, intervals }], ports, now) : []
}
