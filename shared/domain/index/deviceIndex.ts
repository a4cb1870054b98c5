import { type Measurand, measurands, type Values } from '../../contract/measurand.ts'
import type { Profile } from '../../contract/profile.ts'
import { measurandIndex, type ScaleOwner } from '../profile/scaleFor.ts'

export type DeviceIndex = {
	/** The worst of the measurand indices, 0 to 100. */
	index: number
	/** 首要因子: the measurands that have that index; all of them where they tie. */
	primary: Measurand[]
	indices: Partial<Record<Measurand, number>>
}

/** The index of a device at one instant; undefined (never 0, never 100) where it sent no scored value. */
export function deviceIndex(profile: Profile, owner: ScaleOwner, values: Values): DeviceIndex | undefined {
	const indices: Partial<Record<Measurand, number>> = {}
	let worst: number | undefined
	let primary: Measurand[] = []
	for (const name of measurands) {
		const index = measurandIndex(profile, owner, name, values)
		if (index === undefined) continue
		indices[name] = index
		if (worst === undefined || index < worst) {
			worst = index
			primary = [name]
		} else if (index === worst) primary.push(name)
	}
	return worst === undefined ? undefined : { index: worst, primary, indices }
}
