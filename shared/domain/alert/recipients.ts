import type { Channel } from '../../contract/alert/channel.ts'
import type { Courtyard, Village } from '../../contract/registry/registry.ts'
import type { Severity } from '../../contract/task/severity.ts'
import type { Task } from '../../contract/task/task.ts'
import { inChargeOn } from '../person/inCharge.ts'

type Places = { courtyards: ReadonlyMap<string, Courtyard>; villages: ReadonlyMap<string, Village> }
export type Recipient = { recipient: string; channel: string }

const rank: Readonly<Record<Severity, number>> = { critical: 0, major: 1, minor: 2 }

/** The most severe first. */
export const bySeverity = (a: Severity, b: Severity): number => rank[a] - rank[b]

/**
 * Who is to be told of a task on a day, and by which channel: every channel for its courtyard, its village or its
 * township, and the person in charge of it, who is told once however many channels he has: by the first that works.
 * @param failing ids of channels that fail now
 */
export function recipientsOf(
	task: Pick<Task, 'courtyard' | 'severity' | 'escalation'>,
	channels: readonly Channel[],
	places: Places,
	day: string,
	failing: ReadonlySet<string>,
): Recipient[] {
	const courtyard = places.courtyards.get(task.courtyard)
	const village = courtyard && places.villages.get(courtyard.village)
	const person = courtyard && inChargeOn(courtyard, day)?.id
	const found = new Map<string, Recipient>()
	const usable = channels
		.filter(({ isPaused }) => !isPaused)
		.filter(({ from }) => bySeverity(task.severity, from) <= 0)
		.filter(({ rungs }) => rungs === undefined || rungs.includes(task.escalation.rung))
		.sort((a, b) => Number(failing.has(a.id)) - Number(failing.has(b.id)))
	for (const { id, for: audience } of usable) {
		if ('person' in audience) {
			const recipient = `person:${audience.person}`
			if (audience.person === person && !found.has(recipient)) found.set(recipient, { recipient, channel: id })
			continue
		}
		const isHere =
			('courtyard' in audience && audience.courtyard === task.courtyard) ||
			('village' in audience && audience.village === courtyard?.village) ||
			('township' in audience && audience.township === village?.township)
		if (isHere) found.set(`channel:${id}`, { recipient: `channel:${id}`, channel: id })
	}
	return [...found.values()]
}
