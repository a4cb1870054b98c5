import type { Profile } from '../../contract/profile/profile.ts'
import { type Measurand, measurands, type Values } from '../../contract/telemetry/measurand.ts'
import type { ScaleOwner } from '../profile/scaleFor.ts'
import { type IndexOf, indexOfValues } from './indexOfValues.ts'

/** The worst of the measurand indices, 0 to 100, and which they are. */
export type DeviceIndex = IndexOf<Measurand>

/** The index of a device at one instant; undefined (never 0, never 100) where it sent no scored value. */
export function deviceIndex(profile: Profile, owner: ScaleOwner, values: Values): DeviceIndex | undefined {
	return indexOfValues(profile, owner, values, measurands)
}
