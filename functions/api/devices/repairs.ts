import { badRequest, conflict, created, notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { OutOfService } from '../../../shared/contract/registry/registry.ts'
import type { NewRepair, RepairView } from '../../../shared/contract/registry/suppression.ts'
import type { Told } from '../../../shared/contract/text/told.ts'
import { isOutOfService } from '../../../shared/domain/alarm/outOfService.ts'
import { inShanghai } from '../../../shared/domain/time/shanghai.ts'
import { signatureOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { untilOf } from './untilOf.ts'

type Ports = Pick<ApiPorts, 'registry' | 'repairs' | 'now'>

const CHANGED: Told = {
	zh: '别人刚改过这台设备，请刷新后再看一遍。',
	en: 'Somebody changed this device at the same moment; look at it again.',
}

/** Takes a device out of service from now on: no alarms, and its readings do not count. */
export async function takeOutOfService(ports: Ports, viewer: Viewer, id: string, wish: NewRepair): Promise<Outcome> {
	const device = (await ports.registry.refreshed()).devices.get(id)
	if (!device) return notFound({ zh: `设备“${id}”`, en: `device "${id}"` })
	const now = ports.now()
	const running = device.outOfService.find((repair) => isOutOfService({ outOfService: [repair] }, now))
	if (running)
		return conflict({
			zh: `设备从 ${inShanghai(running.from).zh} 起已停用（${running.by}）。`,
			en: `The device has been out of service since ${iso(running.from)} (${running.by}).`,
		})
	const until = wish.until === undefined ? undefined : untilOf(wish.until, now)
	if (until !== undefined && until <= now)
		return badRequest('until', { zh: '应晚于现在', en: 'should be in the future' })
	const repair = {
		from: now,
		...(until === undefined ? {} : { until }),
		by: signatureOf(viewer),
		reason: wish.reason,
	}
	if ((await ports.repairs.begin(device, repair)) === 'conflict') return conflict(CHANGED)
	return created(repairView(id, repair))
}

/** Brings a device back into service now; one that is in service stays so. */
export async function bringBack(ports: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	const device = (await ports.registry.refreshed()).devices.get(id)
	if (!device) return notFound({ zh: `设备“${id}”`, en: `device "${id}"` })
	const now = ports.now()
	const running = device.outOfService.filter((repair) => isOutOfService({ outOfService: [repair] }, now))
	for (const repair of running) {
		const ended = await ports.repairs.end(device, repair, now, signatureOf(viewer))
		if (ended === 'conflict') return conflict(CHANGED)
	}
	return ok(repairView(id, undefined))
}

const repairView = (device: string, repair: OutOfService | undefined): RepairView => ({
	device,
	outOfService: repair
		? { ...repair, from: iso(repair.from), until: repair.until === undefined ? null : iso(repair.until) }
		: null,
})

const iso = (at: number): string => new Date(at).toISOString()
