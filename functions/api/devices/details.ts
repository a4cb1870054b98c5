import { type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { Profile } from '../../../shared/contract/profile/profile.ts'
import type { DeviceDetails, DeviceLimit } from '../../../shared/contract/registry/deviceDetails.ts'
import { measurands } from '../../../shared/contract/telemetry/measurand.ts'
import { flatRule } from '../../../shared/domain/alarm/flatRule.ts'
import { holdOf, SILENT } from '../../../shared/domain/alarm/fold.ts'
import { limitOf } from '../../../shared/domain/alarm/limit.ts'
import { ruleConcerns } from '../../../shared/domain/alarm/ruleConcerns.ts'
import { ruleWords } from '../../../shared/domain/alert/words.ts'
import type { LiveDevice } from '../../../shared/domain/score/live.ts'
import { deviceView, liveDevices } from '../courtyards/liveView.ts'
import { isStaff, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { seenDevice } from './seenDevice.ts'

/** A device as it is now, with the limits it is judged by and the alarms it can raise. */
export async function getDevice(
	ports: Pick<ApiPorts, 'registry' | 'telemetry' | 'tasks' | 'now'>,
	viewer: Viewer,
	id: string,
): Promise<Outcome> {
	const seen = await seenDevice(ports.registry, viewer, id)
	if ('refused' in seen) return seen.refused
	const { device } = seen
	const known = await ports.registry.current()
	const [live] = await liveDevices(known, [device], ports, ports.now())
	if (!live) throw new Error(`the device ${id} was asked for and not looked at`)
	const courtyard = known.courtyards.get(device.courtyard)
	const villageName = courtyard && known.villages.get(courtyard.village)?.name
	const details: DeviceDetails = {
		...deviceView(live),
		courtyardName: courtyard?.name ?? { zh: device.courtyard, en: device.courtyard },
		...(villageName ? { villageName } : {}),
		holdSeconds: holdOf(known.profile, device) / 1000,
		limits: limitsOf(known.profile, live),
		rules: rulesOf(known.profile, viewer),
		isYoursToRepair: isStaff(viewer),
	}
	return ok(details)
}

function limitsOf(profile: Profile, { device, values }: LiveDevice): DeviceLimit[] {
	const now = Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]))
	return profile.alarms.flatMap((rule) => {
		if (rule.watches !== 'limit') return []
		const value = limitOf(profile, rule, device, now)
		if (value === undefined) return []
		const { id, measurand, direction, limit } = rule
		return [{ rule: id, measurand, direction, value, isPass: limit === undefined }]
	})
}

function rulesOf(profile: Profile, viewer: Viewer): DeviceDetails['rules'] {
	const isYours = (rule: string): boolean => isStaff(viewer) || ruleConcerns(profile, rule) === 'environment'
	const named = (rule: string) => ({ rule, text: ruleWords(rule), isYours: isYours(rule) })
	return [
		...profile.alarms.map((rule) => ({
			...named(rule.id),
			...(rule.watches === 'limit' ? { measurand: rule.measurand } : {}),
		})),
		...measurands
			.filter((name) => name in profile.stuckAfterHours)
			.map((name) => ({ ...named(flatRule(name)), measurand: name })),
		named(SILENT),
	]
}
