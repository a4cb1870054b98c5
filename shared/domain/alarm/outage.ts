import type { Profile } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'

/** A device from which nothing comes any more: its newest reading, and since when it counts as silent. */
export type Silent = { device: Device; last: number; onset: number }

/** Devices that share a cause of silence: those behind one gateway, or of one village. */
export type OutageGroup = { id: string; kind: 'gateway' | 'village'; members: readonly Device[] }

/** The groups of the devices that report; villages first, for a village without power includes its gateways. */
export function outageGroups(
	devices: readonly Device[],
	villageOf: (device: Device) => string | undefined,
): OutageGroup[] {
	const groups = (kind: OutageGroup['kind'], by: (device: Device) => string | undefined): OutageGroup[] =>
		[...Map.groupBy(devices, by)].flatMap(([id, members]) => (id === undefined ? [] : [{ id, kind, members }]))
	return [...groups('village', villageOf), ...groups('gateway', ({ gateway }) => gateway)]
}

/**
 * The devices of a group that fell silent together, if they are enough to be one outage: at least `devices` and `share`
 * of those that were still reporting, with their last readings within `withinMinutes` of each other. A device that has
 * long been silent is neither part of it nor counted.
 * @param silent the silent members of the group
 */
export function silentTogether(
	{ outage }: Pick<Profile, 'outage'>,
	group: OutageGroup,
	silent: readonly Silent[],
): Silent[] {
	const newest = Math.max(...silent.map(({ last }) => last))
	const together = silent.filter(({ last }) => last >= newest - outage.withinMinutes * 60_000)
	const reporting = group.members.length - (silent.length - together.length)
	const needed = Math.max(outage.devices, Math.ceil(outage.share * reporting))
	return together.length >= needed ? together : []
}
