import type { Profile } from '../../contract/profile/profile.ts'
import { holdOf } from '../alarm/fold.ts'
import { type OutageGroup, type Silent, silentTogether } from '../alarm/outage.ts'
import { isOutOfService } from '../alarm/outOfService.ts'
import type { Span } from './span.ts'

/** A time over which nothing came from a device: until its next reading, or the end of what is looked at. */
export type Silence = Silent & { until: number }

/** A part of a silence that is one outage with others', and the devices it was shared with. */
export type Outage = Span & { device: string; shared: ReadonlySet<string> }

/**
 * Which silences of a group's devices are one outage, by the rule that live tasks go by. Looked at whenever one begins
 * or ends: a silence is part of an outage as long as enough of those that began with it go on, and a hold longer, so
 * that a device has time to be heard after the others; after that it is its own.
 */
export function groupOutages(profile: Profile, group: OutageGroup, silences: readonly Silence[]): Outage[] {
	if (silences.length < profile.outage.devices) return []
	const found = new Map<Silence, Outage & { isOpen: boolean }>()
	const moments = [...new Set(silences.flatMap(({ onset, until }) => [onset, until]))].sort((a, b) => a - b)
	for (const now of moments) {
		const silent = silences.filter(
			({ device, onset, until }) => onset <= now && now < until && !isOutOfService(device, now),
		)
		const members = group.members.filter((device) => !isOutOfService(device, now))
		const together = togetherNow(profile, { ...group, members }, silent)
		for (const [silence, outage] of found) {
			if (!outage.isOpen || together.has(silence)) continue
			outage.isOpen = false
			outage.until = Math.min(silence.until, now + holdOf(profile, silence.device))
		}
		for (const [silence, shared] of together) {
			const known = found.get(silence)
			if (known)
				Object.assign(known, { until: silence.until, isOpen: true, shared: new Set([...known.shared, ...shared]) })
			else {
				const { onset, until, device } = silence
				found.set(silence, { from: onset, until, device: device.id, shared, isOpen: true })
			}
		}
	}
	return [...found.values()].map(({ from, until, device, shared }) => ({ from, until, device, shared }))
}

/** Whoever fell silent later does not end an outage: each silence is looked at with those that were there before. */
function togetherNow(
	profile: Profile,
	group: OutageGroup,
	silent: readonly Silence[],
): Map<Silence, ReadonlySet<string>> {
	const found = new Map<Silence, ReadonlySet<string>>()
	if (silent.length < profile.outage.devices) return found
	const byLast = [...silent].sort((a, b) => b.last - a.last || (a.device.id < b.device.id ? -1 : 1))
	byLast.forEach((_, i) => {
		const before = byLast.slice(i)
		const together = new Set<Silent>(silentTogether(profile, group, before))
		if (together.size === 0) return
		const shared = new Set([...together].map(({ device }) => device.id))
		for (const silence of before) if (together.has(silence) && !found.has(silence)) found.set(silence, shared)
	})
	return found
}
