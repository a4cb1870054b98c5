import type { Measurand, Values } from '../../contract/measurand.ts'
import type { Profile, Scale } from '../../contract/profile.ts'
import type { Device } from '../../contract/registry.ts'
import { type Breakpoints, indexOf } from '../index/scale.ts'

/** The index at the limit: 60 is exactly a pass (及格线). */
export const PASS = 60

/** What of a device decides its scales. */
export type ScaleOwner = Pick<Device, 'sewageLevel'>

/**
 * The limit a scale in multiples has for this device now. The limit in brackets holds while the water is cold
 * (GB 18918-2002, note to table 1); without a water temperature in the same reading the stricter limit holds.
 * @returns undefined where the level has no limit for the measurand
 */
export function levelLimit(scale: Scale, owner: ScaleOwner, values: Values): number | undefined {
	if (!('multiples' in scale)) return undefined
	const level = scale.levels[owner.sewageLevel]
	if (!level) return undefined
	const water = values.waterTemperature
	const cold = scale.coldAtMost !== undefined && water !== undefined && water <= scale.coldAtMost
	return cold ? (level.coldLimit ?? level.limit) : level.limit
}

/**
 * The index of one measurand of a device, given all values of the same instant.
 * @returns 0 to 100, or undefined where the measurand is not scored
 */
export function measurandIndex(
	profile: Profile,
	owner: ScaleOwner,
	name: Measurand,
	values: Values,
): number | undefined {
	const value = values[name]
	const scale = profile.measurands[name]?.scale
	if (value === undefined || scale === undefined) return undefined
	if ('breakpoints' in scale) return indexOf(value, scale.breakpoints)
	const limit = levelLimit(scale, owner, values)
	return limit === undefined ? undefined : indexOf(value / limit, scale.multiples)
}

/** The value at which a scale that rises or falls once reaches the pass mark, on the given side. */
export function passValue(breakpoints: Breakpoints, side: 'high' | 'low'): number | undefined {
	const crossings: number[] = []
	for (let i = 1; i < breakpoints.length; i += 1) {
		const a = breakpoints[i - 1]
		const b = breakpoints[i]
		if (!a || !b || (a[1] - PASS) * (b[1] - PASS) > 0 || a[1] === b[1]) continue
		const falling = b[1] < a[1]
		if (falling === (side === 'high')) crossings.push(a[0] + ((PASS - a[1]) * (b[0] - a[0])) / (b[1] - a[1]))
	}
	return side === 'high' ? crossings.at(0) : crossings.at(-1)
}
