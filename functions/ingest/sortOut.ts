import type { Device } from '../../shared/contract/registry/registry.ts'
import type { Fault, Reading } from '../../shared/contract/telemetry/reading.ts'
import { admit } from '../../shared/domain/telemetry/admit.ts'
import { hourOf } from '../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../shared/domain/telemetry/hourPack.ts'
import { shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import type { Quarantined } from '../../shared/ports/quarantine.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import type { Opened } from './openMessage.ts'

/** What a batch holds for one hour of a device. */
export type HourBatch = {
	readings: Set<string>
	/** Arrival minus stamp of the newest reading, milliseconds; absent where the device sent no stamp. */
	lag?: number
}

/** What a batch holds for one device. */
export type DeviceBatch = {
	device: Device
	hours: Map<string, HourBatch>
	/** Visits of a household toilet, by Asia/Shanghai day. */
	visits: Map<string, Set<string>>
	/** The messages it came in. */
	messages: Set<string>
	/** By the instant of a reading, the message that brought it first. */
	broughtBy: Map<number, Opened>
}

export type SortedOut = {
	devices: Map<string, DeviceBatch>
	refused: { messageId: string; item: Quarantined }[]
	readings: number
}

export type SortSettings = {
	/** How late a reading may be, milliseconds; an older one goes to quarantine. */
	acceptedAgeMs: number
	/** Turns an instant of a device into a name that says nothing, always the same. */
	pseudonym: (text: string) => string
}

const QUARANTINE_MS = 30 * 86_400_000

/** Puts what the messages hold in the order of devices and hours, and what cannot be admitted aside. */
export function sortOut(opened: readonly Opened[], registry: Registry, settings: SortSettings): SortedOut {
	const sorted: SortedOut = { devices: new Map(), refused: [], readings: 0 }
	for (const entry of opened) {
		const faults = [...entry.decoded.faults]
		const { receivedAt } = entry.message
		const context = { thing: entry.thing, receivedAt, acceptedAge: settings.acceptedAgeMs }
		for (const candidate of entry.decoded.readings) {
			const device = registry.devices.get(candidate.device)
			const admission = admit(candidate, device, registry.profile, context)
			if (admission.fault) faults.push(admission.fault)
			if (!admission.reading || !device) continue
			place(batchOf(sorted, device), admission.reading, entry, settings)
			sorted.readings += 1
		}
		if (faults.length > 0) sorted.refused.push({ messageId: entry.record.messageId, item: quarantined(entry, faults) })
	}
	return sorted
}

function batchOf({ devices }: SortedOut, device: Device): DeviceBatch {
	const known = devices.get(device.id)
	if (known) return known
	const batch: DeviceBatch = {
		device,
		hours: new Map(),
		visits: new Map(),
		messages: new Set(),
		broughtBy: new Map(),
	}
	devices.set(device.id, batch)
	return batch
}

function place(batch: DeviceBatch, reading: Reading, entry: Opened, settings: SortSettings): void {
	const { at } = reading
	const { message, record } = entry
	batch.messages.add(record.messageId)
	if (!batch.broughtBy.has(at)) batch.broughtBy.set(at, entry)
	const hour = batch.hours.get(hourOf(at)) ?? { readings: new Set<string>() }
	batch.hours.set(hourOf(at), hour)
	hour.readings.add(packReading(batch.device.household ? withoutVisits(batch, reading, settings) : reading))
	const lag = message.receivedAt - at
	// Nothing but a missing stamp arrives in the very millisecond it was measured.
	if (lag !== 0) hour.lag = Math.min(hour.lag ?? lag, lag)
}

/**
 * Privacy: when someone went to a household's toilet is nobody's business. The visits leave the reading and are counted
 * for the day; a name made of the instant, which tells nothing, keeps a repeated message from being counted twice.
 */
function withoutVisits(batch: DeviceBatch, reading: Reading, { pseudonym }: SortSettings): Reading {
	const { visits, ...values } = reading.values
	if (visits !== undefined && visits > 0) {
		const day = batch.visits.get(shanghaiDay(reading.at)) ?? new Set<string>()
		batch.visits.set(shanghaiDay(reading.at), day)
		day.add(`${pseudonym(`${reading.device} ${reading.at}`)} ${visits}`)
	}
	return { ...reading, values }
}

const quarantined = ({ record, message, thing, payload }: Opened, faults: Fault[]): Quarantined => ({
	id: record.messageId,
	receivedAt: message.receivedAt,
	topic: message.topic,
	thing,
	faults,
	payload,
	expires: Math.ceil((message.receivedAt + QUARANTINE_MS) / 1000),
	...(message.replayOf === undefined ? {} : { replayOf: message.replayOf }),
})
