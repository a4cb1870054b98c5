import { revolutions } from '../../../shared/contract/measurand.ts'
import { type Outcome, ok } from '../../../shared/contract/outcome.ts'
import type { Device } from '../../../shared/contract/registry.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { courtyardView, deviceView, liveDevices } from './liveView.ts'
import { seenCourtyard } from './seenCourtyard.ts'

type Ports = Pick<ApiPorts, 'registry' | 'telemetry' | 'tasks' | 'now'>

/** The courtyards the viewer may see, each with its score now. */
export async function listCourtyards({ registry, telemetry, tasks, now }: Ports, viewer: Viewer): Promise<Outcome> {
	const known = await registry.current()
	const mine = [...known.courtyards.keys()].filter((id) => maySee(viewer, id)).sort()
	const devices = [...known.devices.values()].filter((device) => isScored(device) && mine.includes(device.courtyard))
	const at = now()
	const live = await liveDevices(known, devices, { telemetry, tasks }, at)
	const courtyards = mine.flatMap((id) => {
		const own = live.filter(({ device }) => device.courtyard === id)
		return courtyardView(known, id, own, at) ?? []
	})
	return ok({ courtyards })
}

export async function getCourtyard(ports: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	const seen = await look(ports, viewer, id)
	if ('outcome' in seen) return seen.outcome
	const at = ports.now()
	const live = await liveDevices(seen.known, seen.devices.filter(isScored), ports, at)
	return ok(courtyardView(seen.known, id, live, at))
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

const isScored = ({ kind }: Device): boolean => revolutions.some((revolution) => revolution === kind)
