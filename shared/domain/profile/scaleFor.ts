import type { IndexRule, Scale } from '../../contract/profile/indexProfile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import { roundIndex } from '../index/roundIndex.ts'
import { type Breakpoints, indexOf } from '../index/scale.ts'
import { truncated } from '../index/truncate.ts'

/** The index at the limit: 60 is exactly a pass (及格线). */
export const PASS = 60

/** What of a device decides its scales. */
export type ScaleOwner = Pick<Device, 'sewageLevel' | 'toiletClass'>

/** What of a profile gives an index, whatever its measurands are called. */
export type Scales = {
	index: Pick<IndexRule, 'rounding'>
	measurands: Readonly<Record<string, { scale?: Scale | undefined } | undefined>>
}
type AnyValues = Readonly<Record<string, number | undefined>>

/**
 * The limit a scale in multiples has for this device now. The limit in brackets holds while the water is cold
 * (GB 18918-2002, note to table 1); without a water temperature in the same reading the stricter limit holds.
 * @returns undefined where the level has no limit for the measurand
 */
export function levelLimit(scale: Scale, owner: ScaleOwner, values: AnyValues): number | undefined {
	if (!('multiples' in scale)) return undefined
	const level = scale.levels[owner[scale.by]]
	if (!level) return undefined
	const water = values.waterTemperature
	const cold = scale.coldAtMost !== undefined && water !== undefined && water <= scale.coldAtMost
	return cold ? (level.coldLimit ?? level.limit) : level.limit
}

/** A value as its scale takes it: cut to the decimals the profile states. */
export const taken = ({ input }: Pick<Scale, 'input'>, value: number): number =>
	input === undefined ? value : truncated(value, input.decimals)

/**
 * The index of one measurand of a device, given all values of the same instant.
 * @returns within the ends of its scale and rounded as the profile says, or undefined where the measurand is not scored
 */
export function measurandIndex(
	profile: Scales,
	owner: ScaleOwner,
	name: string,
	values: AnyValues,
): number | undefined {
	const value = values[name]
	const scale = profile.measurands[name]?.scale
	if (value === undefined || scale === undefined) return undefined
	const read = taken(scale, value)
	const { rounding } = profile.index
	if ('breakpoints' in scale) return roundIndex(indexOf(read, scale.breakpoints), rounding)
	const limit = levelLimit(scale, owner, values)
	return limit === undefined ? undefined : roundIndex(indexOf(read / limit, scale.multiples), rounding)
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
