import { measurands } from '../../contract/telemetry/measurand.ts'
import { flatRule } from '../alarm/flatRule.ts'
import type { DeviceTrack } from './deviceTrack.ts'
import type { Span } from './span.ts'

/**
 * Times at which a sensor was stuck: a value stood still for as long as the profile says, and the same measurand of
 * a neighbour moved meanwhile. Alone a value that stands still proves nothing.
 * @param neighbours the other devices of the same kind in the village
 */
export function stuckTimes(track: DeviceTrack, neighbours: readonly DeviceTrack[], until: number): Span[] {
	return measurands.flatMap((name) =>
		track.faults
			.filter(({ rule }) => rule === flatRule(name))
			.map(({ onset, clearedAt = until }) => ({ from: onset, until: clearedAt }))
			.filter((span) => neighbours.some((neighbour) => hasMoved(neighbour, name, span))),
	)
}

function hasMoved(
	{ before, instants }: DeviceTrack,
	name: (typeof measurands)[number],
	{ from, until }: Span,
): boolean {
	const run = before.flat?.[name]
	if (run && run.since > from && run.since <= until) return true
	let first: number | undefined
	for (const { at, values } of instants) {
		const value = values[name]
		if (value === undefined || at < from || at > until) continue
		first ??= value
		if (value !== first) return true
	}
	return false
}
