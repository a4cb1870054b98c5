import type { Alert } from '../../contract/alert/alert.ts'
import type { Profile } from '../../contract/profile/profile.ts'
import type { Courtyard, Device, Village } from '../../contract/registry/registry.ts'
import type { AlarmTask, Task } from '../../contract/task/task.ts'
import { limitOf } from '../alarm/limit.ts'
import { checklistOf } from '../task/checklists.ts'
import { OUTAGE } from '../task/outageTask.ts'
import { beganAt } from '../task/taskState.ts'
import { inShanghai } from '../time/shanghai.ts'
import { alertKeyOf } from './news.ts'
import { sentence } from './spoken.ts'
import { ruleWords, severityWords } from './words.ts'

/** What of the registry an alert names. */
export type AlertRegistry = {
	villages: ReadonlyMap<string, Village>
	courtyards: ReadonlyMap<string, Courtyard>
	devices: ReadonlyMap<string, Device>
	profile: Profile
}

type Words = { zh: string; en: string }

/** The alert of a task: what, where, how bad, since when, in plain words. */
export function alertOf(registry: AlertRegistry, task: Task): Alert {
	const what = whatOf(task)
	const where = placeOf(registry, task)
	const severity = severityWords(task.severity)
	const since = inShanghai(beganAt(task))
	const value = task.source === 'alarm' ? measured(registry, task) : { zh: '', en: '' }
	return {
		type: 'task',
		dedupeKey: alertKeyOf(task),
		task: task.id,
		courtyard: task.courtyard,
		...(task.device === undefined ? {} : { device: task.device }),
		...(task.source === 'alarm' ? { rule: task.rule } : {}),
		severity: task.severity,
		state: task.state,
		since: new Date(beganAt(task)).toISOString(),
		text: {
			zh: `【${severity.zh}】${where.zh}：${what.zh}${value.zh}，${since.zh} 起。`,
			en: `[${severity.en}] ${where.en}: ${what.en}${value.en}, since ${since.en}.`,
		},
		spoken: sentence(task.severity, where, what, checklistOf(task)[0]?.text),
	}
}

/** What it is about: an alarm by its rule, anything else in the words of whoever told of it. */
export const whatOf = (task: Task): Words =>
	task.source === 'alarm' ? ruleWords(task.rule) : { zh: task.what, en: task.what }

/** Village, courtyard, and the device or the place that was named. */
export function placeOf(registry: Omit<AlertRegistry, 'profile'>, task: Task): Words {
	const affected = task.source === 'alarm' && task.rule === OUTAGE ? registry.villages.get(task.device) : undefined
	if (affected) return affected.name
	const courtyard = registry.courtyards.get(task.courtyard)
	const village = courtyard ? registry.villages.get(courtyard.village) : undefined
	const place = task.source === 'alarm' ? task.device : (task.place ?? task.device)
	const device = task.device === undefined ? undefined : registry.devices.get(task.device)?.name
	const spot = task.source !== 'alarm' && task.place !== undefined ? undefined : device
	const fallback = place === undefined ? undefined : { zh: place, en: place }
	const names = [village?.name, courtyard?.name, spot ?? fallback].flatMap((name) => name ?? [])
	return { zh: names.map(({ zh }) => zh).join(' '), en: names.map(({ en }) => en).join(', ') }
}

function measured({ profile, devices }: AlertRegistry, task: AlarmTask): Words {
	const { value } = task.alarm
	if (task.rule === OUTAGE) return { zh: `（${value} 个设备）`, en: ` (${value} devices)` }
	const rule = profile.alarms.find(({ id }) => id === task.rule)
	const device = devices.get(task.device)
	if (value === undefined || rule?.watches !== 'limit' || rule.measurand === 'pumpFault') return { zh: '', en: '' }
	const unit = profile.measurands[rule.measurand]?.unit ?? ''
	const limit = device ? limitOf(profile, rule, device, {}) : undefined
	const zh = limit === undefined ? '' : `，限值 ${limit}`
	const en = limit === undefined ? '' : `, limit ${limit}`
	return { zh: `（${value} ${unit}${zh}）`, en: ` (${value} ${unit}${en})` }
}
