import type { LateMarks } from '../../shared/ports/dayScores.ts'
import type { RegistryReader } from '../../shared/ports/registry.ts'
import { type AlarmPorts, settleAlarms } from '../../shared/work/settleAlarms.ts'
import type { TaskNote } from '../../shared/work/taskNote.ts'
import { type DeviceWork, TooBusy } from './deviceWork.ts'
import { markLateDays } from './markLateDays.ts'
import { mendCarries } from './mendCarries.ts'
import { recordAlarms } from './recordAlarms.ts'
import { storeReadings } from './storeReadings.ts'

const ATTEMPTS = 12

export type DeviceOutcome = {
	/** When the readings were stored, milliseconds since 1970. */
	storedAt: number
	/** Tasks that changed because of them. */
	tasks: TaskNote[]
}

/**
 * Stores new readings of one device and brings everything that follows from them in line: alarm state, alarm history,
 * tasks, alerts; and days that are to be scored again.
 *
 * The common case, a reading of the running hour that changes nothing, is one write and no read. The first reading of
 * an hour also reads the hour before, for the state to carry in. A reading of a past hour looks forward and folds again
 * from its hour on.
 *
 * Why this is exact with several Lambdas at once: every writer first makes its own change visible (its readings, or
 * a carry) and then reads what lies after it, so of two writers that meet at least one sees the other's change; a carry
 * is written only over the one that was read, and a pass that wrote is followed by one that reads again. An evaluation
 * is recorded only if the hour still has the readings and the carry it was made from. What a crash leaves undone shows
 * as `settled < rev`, or is done by the retry of the message (docs/architecture.md, docs/adr/0002).
 */
export async function settleDevice(
	work: DeviceWork,
	ports: Omit<AlarmPorts, 'telemetry'> & { registry: RegistryReader; late: Pick<LateMarks, 'add'> },
	now: () => number,
): Promise<DeviceOutcome> {
	const stored = await storeReadings(work, now)
	const storedAt = now()
	let chain = 'inLine' in stored ? stored.inLine : await mendCarries(work, stored.before)
	for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
		const evaluated = await recordAlarms(work, chain)
		if (evaluated !== 'moved') {
			// Not before: a day is scored from the alarm state it began with as well.
			await markLateDays(work, ports.late, now)
			if (evaluated.length === 0) return { storedAt, tasks: [] }
			// Whoever has just shelved the alarm, or taken the device out of service, is not sent a task.
			const registry = await ports.registry.recent()
			const device = registry.devices.get(work.device.id) ?? work.device
			const tasks = await settleAlarms(registry, device, evaluated, { ...ports, telemetry: work.telemetry }, now())
			return { storedAt, tasks }
		}
		chain = await mendCarries(work)
	}
	throw new TooBusy(`the alarms of ${work.device.id} kept changing`)
}
