import { type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { NowScope } from '../../../shared/ports/villagesNow.ts'
import { isStaff, maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { courtyardsNow } from './courtyardsNow.ts'
import { courtyardView, deviceView, isScored, liveDevices, type ScoreAt, scoreNow } from './liveView.ts'
import { seenCourtyard } from './seenCourtyard.ts'

type Ports = Pick<ApiPorts, 'registry' | 'telemetry' | 'tasks' | 'now'>
type ListPorts = Ports & Pick<ApiPorts, 'villagesNow'>

/**
 * The courtyards the viewer may see, each with its score: a head's own as they are now, for they are few; those of a village
 * or of all as they were at most five minutes ago.
 */
export async function listCourtyards(ports: ListPorts, viewer: Viewer): Promise<Outcome> {
	const known = await ports.registry.current()
	const mine = [...known.courtyards.keys()].filter((id) => maySee(viewer, id)).sort()
	const at = ports.now()
	const scope = scopeOf(viewer, known)
	const scores = scope ? await courtyardsNow(ports, known, scope, at) : await liveScores(ports, known, mine, at)
	const courtyards = mine.flatMap((id) => {
		const score = scores.get(id)
		return (score && courtyardView(known, id, score)) ?? []
	})
	return ok({ courtyards })
}

function scopeOf(viewer: Viewer, { villages }: Registry): NowScope | undefined {
	if (isStaff(viewer)) return 'all'
	if (viewer.role !== 'village') return undefined
	return { township: villages.get(viewer.village)?.township ?? '', village: viewer.village }
}

async function liveScores(
	ports: Ports,
	known: Registry,
	courtyards: readonly string[],
	at: number,
): Promise<Map<string, ScoreAt>> {
	const devices = [...known.devices.values()].filter(
		(device) => isScored(device) && courtyards.includes(device.courtyard),
	)
	const live = Map.groupBy(await liveDevices(known, devices, ports, at), ({ device }) => device.courtyard)
	return new Map(courtyards.map((id) => [id, { at, ...scoreNow(known.profile, live.get(id) ?? []) }]))
}

export async function getCourtyard(ports: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	const seen = await look(ports, viewer, id)
	if ('outcome' in seen) return seen.outcome
	const at = ports.now()
	const scores = await liveScores(ports, seen.known, [id], at)
	const score = scores.get(id)
	return ok(score && courtyardView(seen.known, id, score))
}

export async function listDevices(ports: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	const seen = await look(ports, viewer, id)
	if ('outcome' in seen) return seen.outcome
	const live = await liveDevices(seen.known, seen.devices, ports, ports.now())
	return ok({ devices: live.map(deviceView) })
}

async function look(
	{ registry }: Ports,
	viewer: Viewer,
	id: string,
): Promise<{ outcome: Outcome } | { known: Registry; devices: Device[] }> {
	const seen = await seenCourtyard(registry, viewer, id)
	if ('refused' in seen) return { outcome: seen.refused }
	const { known } = seen
	const devices = [...known.devices.values()].filter(({ courtyard }) => courtyard === id)
	return { known, devices: devices.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}
