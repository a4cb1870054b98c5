import type { Alert } from '../../contract/alert.ts'
import type { Profile } from '../../contract/profile.ts'
import type { Courtyard, Device, Village } from '../../contract/registry.ts'
import type { Task } from '../../contract/task.ts'
import { limitOf } from '../alarm/limit.ts'
import { OUTAGE } from '../task/outageTask.ts'
import { inShanghai } from '../time/shanghai.ts'
import { ruleWords, severityWords } from './words.ts'

/** What of the registry an alert names. */
export type AlertRegistry = {
	villages: ReadonlyMap<string, Village>
	courtyards: ReadonlyMap<string, Courtyard>
	devices: ReadonlyMap<string, Device>
	profile: Profile
}

/** The alert of a task: what, where, how bad, since when, in plain words. */
export function alertOf(registry: AlertRegistry, task: Task): Alert {
	const what = ruleWords(task.rule)
	const where = placeOf(registry, task)
	const severity = severityWords(task.severity)
	const since = inShanghai(task.alarm.onset)
	const value = measured(registry, task)
	return {
		type: 'task',
		dedupeKey: `${task.id}:raised`,
		task: task.id,
		courtyard: task.courtyard,
		device: task.device,
		rule: task.rule,
		severity: task.severity,
		state: task.state,
		since: new Date(task.alarm.onset).toISOString(),
		text: {
			zh: `【${severity.zh}】${where.zh}:${what.zh}${value.zh},${since.zh} 起。`,
			en: `[${severity.en}] ${where.en}: ${what.en}${value.en}, since ${since.en}.`,
		},
	}
}

function placeOf(registry: AlertRegistry, task: Task): { zh: string; en: string } {
	const affected = registry.villages.get(task.device)
	if (task.rule === OUTAGE && affected) return affected.name
	const courtyard = registry.courtyards.get(task.courtyard)
	const village = courtyard ? registry.villages.get(courtyard.village) : undefined
	const device = registry.devices.get(task.device)
	const fallback = { zh: task.device, en: task.device }
	const names = [village?.name, courtyard?.name, device?.name ?? fallback].flatMap((name) => name ?? [])
	return { zh: names.map(({ zh }) => zh).join(' '), en: names.map(({ en }) => en).join(', ') }
}

function measured({ profile, devices }: AlertRegistry, task: Task): { zh: string; en: string } {
	const { value } = task.alarm
	if (task.rule === OUTAGE) return { zh: `(${value} 个设备)`, en: ` (${value} devices)` }
	const rule = profile.alarms.find(({ id }) => id === task.rule)
	const device = devices.get(task.device)
	if (value === undefined || rule?.watches !== 'limit' || rule.measurand === 'pumpFault') return { zh: '', en: '' }
	const unit = profile.measurands[rule.measurand]?.unit ?? ''
	const limit = device ? limitOf(profile, rule, device, {}) : undefined
	const zh = limit === undefined ? '' : `,限值 ${limit}`
	const en = limit === undefined ? '' : `, limit ${limit}`
	return { zh: `(${value} ${unit}${zh})`, en: ` (${value} ${unit}${en})` }
}
