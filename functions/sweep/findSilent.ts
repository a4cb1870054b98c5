import type { Device } from '../../shared/contract/registry/registry.ts'
import { holdOf, patienceOf } from '../../shared/domain/alarm/fold.ts'
import type { Silent } from '../../shared/domain/alarm/outage.ts'
import { silentFrom } from '../../shared/domain/alarm/outOfService.ts'
import { hourOf } from '../../shared/domain/telemetry/hour.ts'
import { lastPromise, lastReadingAt } from '../../shared/domain/telemetry/lastReading.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import type { DeviceHour, TelemetryStore } from '../../shared/ports/telemetryStore.ts'

/** Looks again at a silent device, or one that was never heard, this often. */
const SILENT_AGAIN_MS = 5 * 60_000
const LONGEST_GRACE_MS = 15 * 60_000

/** What a Lambda remembers between sweeps. It may be lost: it saves reads, and gives devices time after a start. */
export type SweepMemory = {
	startedAt: number
	/** When to look at a device again. */
	notBefore: Map<string, number>
	silent: Map<string, Silent>
	/** Groups without an outage. */
	calm: Set<string>
}

export const freshMemory = (startedAt: number): SweepMemory => ({
	startedAt,
	notBefore: new Map(),
	silent: new Map(),
	calm: new Set(),
})

export type Look = { device: Device; item?: DeviceHour; silent?: Silent }

/** How long after the newest reading of its newest hour a device may stay unheard, milliseconds. */
export const patienceAfter = ({ profile }: Registry, device: Device, { hour, readings }: DeviceHour): number =>
	patienceOf(profile, device, lastPromise(hour, readings))

/** The newest hour of a device; as it was a moment ago where that will do, at half the price. */
export const newestHour = (
	telemetry: TelemetryStore,
	device: Device,
	now: number,
	consistency?: 'maybeOld',
): Promise<DeviceHour | undefined> => telemetry.previous(device.id, hourOf(now + 3_600_000), consistency)

/**
 * Looks whether a device is silent: nothing for longer than its last reading holds. One that never spoke is not silent,
 * it was never heard. A device that reports is read once in three of its intervals.
 * @param mayRead false where this run has read enough: then the device is looked at in the next one
 * @returns the hour that was read, if one was; a silent device is remembered and told every time
 */
export async function lookAt(
	registry: Registry,
	device: Device,
	telemetry: TelemetryStore,
	memory: SweepMemory,
	now: number,
	mayRead: () => boolean,
): Promise<Look> {
	const hold = holdOf(registry.profile, device)
	const grace = memory.startedAt + Math.min(hold, LONGEST_GRACE_MS)
	if (now < (memory.notBefore.get(device.id) ?? grace) || !mayRead()) {
		const silent = memory.silent.get(device.id)
		return silent ? { device, silent } : { device }
	}
	memory.silent.delete(device.id)
	for (const consistency of ['maybeOld', undefined] as const) {
		const item = await newestHour(telemetry, device, now, consistency)
		const last = item && lastReadingAt(item.hour, item.readings)
		if (!item) memory.notBefore.set(device.id, now + Math.min(hold, SILENT_AGAIN_MS))
		if (!item || last === undefined || item.carry === undefined) return { device }
		const onset = silentFrom(device, last, patienceAfter(registry, device, item))
		if (now <= onset) {
			// It may promise less with the next reading.
			memory.notBefore.set(device.id, Math.min(onset, now + hold))
			return { device, item }
		}
		if (consistency !== undefined) continue
		const silent = { device, last, onset }
		memory.silent.set(device.id, silent)
		memory.notBefore.set(device.id, now + SILENT_AGAIN_MS)
		return { device, item, silent }
	}
	return { device }
}
