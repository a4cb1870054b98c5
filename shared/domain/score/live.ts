import type { Profile } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import { type Measurand, measurands, type Revolution, revolutions } from '../../contract/telemetry/measurand.ts'
import { holdOf } from '../alarm/fold.ts'
import { isOutOfService } from '../alarm/outOfService.ts'
import { deviceIndex } from '../index/deviceIndex.ts'
import type { Instant } from '../telemetry/hourPack.ts'
import { type Held, nothingHeld, stillHeld, takeIn } from './held.ts'

/** A device as it is now. */
export type LiveDevice = {
	device: Device
	/** 0 to 100; absent while no scored value holds. */
	index?: number
	primary: Measurand[]
	values: Partial<Record<Measurand, { value: number; at: number }>>
	/** Active alarms that concern the sensor itself; while there is one, its readings do not count. */
	faults: string[]
	/**
	 * How far the device's clock is ahead of ours, milliseconds: what came soonest after its stamp tells. Below zero it is
	 * behind, or its messages take that long.
	 */
	clockAhead?: number
	lastReadingAt?: number
}

export type LiveScore = {
	score?: number
	revolutions: Partial<Record<Revolution, { score?: number; devices: LiveDevice[] }>>
}

/**
 * Each measurand's newest value that still holds (a reading stands for `holdIntervals` reporting intervals), and the
 * index of the device from these.
 * @param instants in the order of time
 * @param known the rules of its active alarms that concern the sensor itself; arrival minus stamp of what came last,
 * hour by hour
 */
export function liveDevice(
	profile: Profile,
	device: Device,
	instants: readonly Instant[],
	{ faults, lags }: { faults: string[]; lags: readonly number[] },
	now: number,
): LiveDevice {
	const hold = holdOf(profile, device)
	const newest = nothingHeld()
	for (const instant of instants) takeIn(newest, instant)
	const held = stillHeld(newest, hold, now)
	const isJudged = !isOutOfService(device, now) && faults.length === 0
	const judged = isJudged ? deviceIndex(profile, device, held.values) : undefined
	const lastReadingAt = instants.at(-1)?.at
	return {
		device,
		...(judged ? { index: judged.index } : {}),
		primary: judged?.primary ?? [],
		values: valuesOf(held),
		faults,
		...(lags.length === 0 ? {} : { clockAhead: -Math.min(...lags) }),
		...(lastReadingAt === undefined ? {} : { lastReadingAt }),
	}
}

function valuesOf({ values, measuredAt }: Held): LiveDevice['values'] {
	const found: LiveDevice['values'] = {}
	for (const name of measurands) {
		const [value, at] = [values[name], measuredAt[name]]
		if (value !== undefined && at !== undefined) found[name] = { value, at }
	}
	return found
}

/**
 * The courtyard's score now: the weighted mean of the revolutions it has, each the mean of its devices. Devices without
 * a value that holds are missing: they neither raise nor lower it. A revolution without any has no score and gives
 * its weight to the others.
 */
export function liveScore(profile: Profile, devices: readonly LiveDevice[]): LiveScore {
	const live: LiveScore = { revolutions: {} }
	let sum = 0
	let weights = 0
	for (const revolution of revolutions) {
		const own = devices.filter(({ device }) => device.kind === revolution)
		if (own.length === 0) continue
		const indices = own.flatMap(({ index }) => index ?? [])
		if (indices.length === 0) {
			live.revolutions[revolution] = { devices: own }
			continue
		}
		const score = indices.reduce((a, b) => a + b, 0) / indices.length
		live.revolutions[revolution] = { score, devices: own }
		sum += score * profile.weights[revolution]
		weights += profile.weights[revolution]
	}
	return weights === 0 ? live : { ...live, score: sum / weights }
}
