import type { Device } from '../../shared/contract/registry/registry.ts'

/** What stands there; it decides which measurands are reported. */
export type Equipment =
	| 'public-toilet'
	| 'household-toilet'
	| 'bin'
	| 'collection-point'
	| 'treatment-works'
	| 'lift-well'
	| 'gateway'
	| 'display'

/**
 * How a device or its upkeep misbehaves:
 * `neglected` seldom cleaned, emptied or maintained; `silent` says nothing for days; `rubbish` sends broken payloads
 * now and then; `wrong-clock` runs fast and at times falls back to the year 2000; `drifting` reads higher every day
 * until it is calibrated.
 */
export type Character = 'steady' | 'neglected' | 'silent' | 'rubbish' | 'wrong-clock' | 'drifting'

export type SimulatedDevice = {
	device: Device
	equipment: Equipment
	character: Character
}
