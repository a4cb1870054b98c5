import { revolutions } from '../../shared/contract/measurand.ts'
import type { Device } from '../../shared/contract/registry.ts'
import { holdOf, SILENT } from '../../shared/domain/alarm/fold.ts'
import { hourOf } from '../../shared/domain/telemetry/hour.ts'
import { lastReadingAt } from '../../shared/domain/telemetry/lastReading.ts'
import type { Registry, RegistryReader } from '../../shared/ports/registry.ts'
import type { DueTasks } from '../../shared/ports/taskStore.ts'
import { alarmsText, foldHour, knownAlarms, touchedKey } from '../../shared/work/evaluateHour.ts'
import { sendAlert } from '../../shared/work/sendAlert.ts'
import { type AlarmPorts, settleAlarms } from '../../shared/work/settleAlarms.ts'

export type SweepPorts = AlarmPorts & { registry: RegistryReader; due: DueTasks }
export type SweepReport = {
	checked: number
	silent: number
	alertsSent: number
	failed: { what: string; error: unknown }[]
}

/** Looks again at a silent device this often. */
const SILENT_AGAIN_MS = 5 * 60_000
/** Ingest sends alerts itself; one that is still unsent after this was lost between the task and the alert. */
const UNSENT_AFTER_MS = 60_000

/**
 * What only the clock can tell, once a minute: devices that have fallen silent, and alerts that a crash kept from going
 * out. Safe to run twice at once and to be killed anywhere.
 * @param notBefore when to look at a device again. A memory that may be lost: it saves reads, nothing depends on it
 */
export async function sweep(ports: SweepPorts, notBefore: Map<string, number>, now: number): Promise<SweepReport> {
	const report: SweepReport = { checked: 0, silent: 0, alertsSent: 0, failed: [] }
	const registry = await ports.registry.current()
	const attempt = async (what: string, run: () => Promise<void>): Promise<void> => {
		try {
			await run()
		} catch (error) {
			report.failed.push({ what, error })
		}
	}
	for (const device of registry.devices.values()) {
		if (!sends(device) || device.outOfService || (notBefore.get(device.id) ?? 0) > now) continue
		await attempt(device.id, async () => {
			report.checked += 1
			const silentSince = await checkSilence(registry, device, ports, now, notBefore)
			if (silentSince !== undefined) report.silent += 1
		})
	}
	for (const task of await ports.due.alertsDue(now - UNSENT_AFTER_MS)) {
		await attempt(task.id, async () => {
			await sendAlert(registry, task, ports, now)
			report.alertsSent += 1
		})
	}
	return report
}

/** @returns since when the device is silent, milliseconds since 1970; undefined when it is not, or never spoke */
async function checkSilence(
	registry: Registry,
	device: Device,
	ports: AlarmPorts,
	now: number,
	notBefore: Map<string, number>,
): Promise<number | undefined> {
	const hold = holdOf(registry.profile, device)
	const seen = await ports.telemetry.previous(device.id, hourOf(now + 3_600_000))
	const last = seen && lastReadingAt(seen.hour, seen.readings)
	if (!seen || last === undefined || seen.carry === undefined) return undefined
	const onset = last + hold
	if (now <= onset) {
		notBefore.set(device.id, onset)
		return undefined
	}
	const intervals = [...foldHour(registry.profile, device, seen).intervals, { rule: SILENT, onset, raisedAt: onset }]
	const text = alarmsText(intervals)
	const item =
		text === knownAlarms(seen) ? seen : await ports.telemetry.setAlarms(seen, text, intervals.map(touchedKey))
	// A reading came meanwhile: then the device is not silent.
	if (!item) return undefined
	if (item.settled < item.rev) await settleAlarms(registry, device, [{ item, intervals }], ports, now)
	notBefore.set(device.id, now + SILENT_AGAIN_MS)
	return onset
}

const sends = ({ kind }: Device): boolean => revolutions.some((revolution) => revolution === kind)
