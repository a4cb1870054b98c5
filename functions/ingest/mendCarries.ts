import { NO_CARRY, packCarry } from '../../shared/domain/alarm/carry.ts'
import type { DeviceHour } from '../../shared/ports/telemetryStore.ts'
import { carryOut } from '../../shared/work/evaluateHour.ts'
import { type DeviceWork, TooBusy } from './deviceWork.ts'

const PASSES = 12

/**
 * Folds forward from the hour before the readings' first and corrects every carry that is not what the hour before
 * gives. A pass that wrote something is followed by another that reads again, so the last pass has seen it all right.
 * It may stop early only at an hour that has the right carry, is settled, and lies beyond all that was changed.
 * @param before an hour at or before theirs whose carry is known, to save looking for one
 * @returns the hours that may say something new: those of the readings, the one before (a silence may end there), and
 * those after whose carry changed
 */
export async function mendCarries(work: DeviceWork, before?: DeviceHour): Promise<DeviceHour[]> {
	const hours = [...work.hours.keys()].sort()
	const first = hours[0] ?? ''
	let upTo = hours.at(-1) ?? ''
	for (let pass = 0; pass < PASSES; pass += 1) {
		const isKnown = pass === 0 && before?.carry !== undefined
		const anchor = isKnown ? before : await anchorBefore(work, first)
		const chain: DeviceHour[] = []
		let expected = anchor === undefined ? packCarry(NO_CARRY) : undefined
		let wrote = false
		for await (const seen of work.telemetry.from(work.device.id, anchor?.hour ?? '')) {
			let item: DeviceHour | undefined = seen
			if (expected !== undefined && seen.carry !== expected) {
				item = await work.telemetry.setCarry(seen, expected)
				wrote = true
				if (seen.hour > upTo) upTo = seen.hour
			} else if (seen.hour > upTo && seen.settled >= seen.rev) break
			if (item === undefined) break
			chain.push(item)
			expected = carryOut(work.profile, work.device, item)
		}
		if (!wrote) return chain
	}
	throw new TooBusy(`the hours of ${work.device.id} from ${first} on kept changing`)
}

/** The newest hour before `first` whose carry is known: the fold can begin there. */
async function anchorBefore({ telemetry, device }: DeviceWork, first: string): Promise<DeviceHour | undefined> {
	let item = await telemetry.previous(device.id, first)
	while (item && item.carry === undefined) item = await telemetry.previous(device.id, item.hour)
	return item
}
