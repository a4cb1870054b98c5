import type { Profile } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import { holdOf } from '../alarm/fold.ts'
import { type DeviceIndex, deviceIndex } from '../index/deviceIndex.ts'
import type { Instant } from '../telemetry/hourPack.ts'
import { firstMeasured, nothingHeld, stillHeld, takeIn } from './held.ts'
import type { Span } from './span.ts'

/** A stretch of time over which a device had one index. */
export type Judged = Span & Pick<DeviceIndex, 'index' | 'primary'>

/**
 * The index of a device over time by sample and hold: a value stands until the next one of its measurand, at most
 * `holdIntervals` reporting intervals. Time over which no scored value holds is left out.
 * @param instants in the order of time
 */
export function judgedTime(profile: Profile, device: Device, instants: readonly Instant[], until: number): Judged[] {
	const hold = holdOf(profile, device)
	const found: Judged[] = []
	let held = nothingHeld()
	instants.forEach((instant, i) => {
		takeIn(held, instant)
		const next = Math.min(instants[i + 1]?.at ?? until, until)
		let { at } = instant
		while (at < next) {
			// A value that ceases to hold at this very instant is of no use from here on.
			held = stillHeld(held, hold - 1, at)
			const judged = deviceIndex(profile, device, held.values)
			const end = Math.min(next, firstMeasured(held) + hold)
			if (judged) found.push({ from: at, until: end, index: judged.index, primary: judged.primary })
			at = end
		}
	})
	return found
}
