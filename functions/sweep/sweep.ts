import { revolutions } from '../../shared/contract/measurand.ts'
import type { Device } from '../../shared/contract/registry.ts'
import { holdOf, SILENT } from '../../shared/domain/alarm/fold.ts'
import { isOutOfService } from '../../shared/domain/alarm/outOfService.ts'
import { hourOf } from '../../shared/domain/telemetry/hour.ts'
import { lastReadingAt } from '../../shared/domain/telemetry/lastReading.ts'
import type { Backlog } from '../../shared/ports/backlog.ts'
import type { Registry, RegistryReader } from '../../shared/ports/registry.ts'
import type { DueTasks } from '../../shared/ports/taskStore.ts'
import type { DeviceHour } from '../../shared/ports/telemetryStore.ts'
import { alarmsText, foldHour, knownAlarms, touchedKey } from '../../shared/work/evaluateHour.ts'
import { sendAlert } from '../../shared/work/sendAlert.ts'
import { type AlarmPorts, settleAlarms } from '../../shared/work/settleAlarms.ts'

export type SweepPorts = AlarmPorts & { registry: RegistryReader; due: DueTasks; backlog: Backlog }
/** What a Lambda remembers between sweeps. It may be lost: it saves reads, and gives devices time after a start. */
export type SweepMemory = { startedAt: number; notBefore: Map<string, number> }
export type SweepReport = {
	checked: number
	silent: number
	alertsSent: number
	failed: { what: string; error: unknown }[]
}

/** Looks again at a silent device this often. */
const SILENT_AGAIN_MS = 5 * 60_000
const LONGEST_GRACE_MS = 15 * 60_000
/** More messages than this in the queue are a backlog, not the traffic of the moment. */
const MOST_WAITING = 1000
/** Ingest sends alerts itself; one that is still unsent after this was lost between the task and the alert. */
const UNSENT_AFTER_MS = 60_000

/**
 * What only the clock can tell, once a minute: devices that have fallen silent, and alerts that a crash kept from going
 * out. Safe to run twice at once and to be killed anywhere.
 *
 * No device is called silent while readings still wait in the queue, nor before it had the chance to be heard since we
 * started: then it is we who were silent.
 */
export async function sweep(
	ports: SweepPorts,
	{ startedAt, notBefore }: SweepMemory,
	now: number,
): Promise<SweepReport> {
	const report: SweepReport = { checked: 0, silent: 0, alertsSent: 0, failed: [] }
	const registry = await ports.registry.current()
	const attempt = async (what: string, run: () => Promise<void>): Promise<void> => {
		try {
			await run()
		} catch (error) {
			report.failed.push({ what, error })
		}
	}
	const isBehind = (await ports.backlog.waiting()) > MOST_WAITING
	for (const device of isBehind ? [] : registry.devices.values()) {
		const grace = startedAt + Math.min(holdOf(registry.profile, device), LONGEST_GRACE_MS)
		if (!sends(device) || isOutOfService(device, now) || now < (notBefore.get(device.id) ?? grace)) continue
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
	const newest = (): Promise<DeviceHour | undefined> => ports.telemetry.previous(device.id, hourOf(now + 3_600_000))
	const seen = await newest()
	const last = seen && lastReadingAt(seen.hour, seen.readings)
	if (!seen || last === undefined || seen.carry === undefined) return undefined
	const onset = last + holdOf(registry.profile, device)
	if (now <= onset) {
		notBefore.set(device.id, onset)
		return undefined
	}
	const known = foldHour(registry.profile, device, seen).intervals
	const intervals = [...known, { rule: SILENT, onset, raisedAt: onset }]
	const text = alarmsText(intervals)
	const item =
		text === knownAlarms(seen) ? seen : await ports.telemetry.setAlarms(seen, text, intervals.map(touchedKey))
	// A reading came meanwhile: then the device is not silent.
	if (!item) return undefined
	// So it is, when one came in a later hour. Ingest looks at this hour after it wrote that one, and we look at that one
	// after we wrote this: whoever comes second sees it.
	if ((await newest())?.hour !== item.hour) {
		await ports.telemetry.setAlarms(item, alarmsText(known), [])
		return undefined
	}
	if (item.settled < item.rev) await settleAlarms(registry, device, [{ item, intervals }], ports, now)
	notBefore.set(device.id, now + SILENT_AGAIN_MS)
	return onset
}

const sends = ({ kind }: Device): boolean => revolutions.some((revolution) => revolution === kind)
