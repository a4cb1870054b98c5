import type { Profile } from '../../../shared/contract/profile/profile.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { holdMs, type Point, type ReferenceAlarm, ruleAlarms, silences } from './alarms.ts'
import { alarmText, type Facts, iso, valuesText } from './facts.ts'
import { worstIndex } from './limits.ts'

export type Sample = Point & { device: string }
/** Faults of the sensor: while there is one, its readings do not count for the score. */
const careRules: ReadonlySet<string> = new Set(['silent', 'battery-low', 'implausible'])

export type Question = {
	devices: readonly Device[]
	/** Only the rules' delays and deadbands are taken from it. */
	profile: Profile
	samples: readonly Sample[]
	/** The moment that is asked about; all alarms are to be younger than what counts as history then. */
	now: number
	/**
	 * Whether all was known as it happened: then a silence that is over was a task, and every alarm was told. Otherwise
	 * only what still goes on must have been.
	 */
	asItHappened: boolean
}

/** The facts as a slow and simple reading of the rules gives them, from all readings in the order of time. */
export function answer({ devices, profile, samples, now, asItHappened }: Question): Facts {
	const facts = {
		readings: new Map<string, string>(),
		latest: new Map<string, string>(),
		alarms: new Map<string, string>(),
		tasks: new Map<string, string>(),
		alerts: new Map<string, string>(),
		scores: new Map<string, string>(),
	}
	const byDevice = Map.groupBy(samples, ({ device }) => device)
	const indices = new Map<string, number | undefined>()
	for (const device of devices) {
		const points = (byDevice.get(device.id) ?? []).toSorted((a, b) => a.at - b.at)
		for (const { at, values } of points) facts.readings.set(`${device.id} ${iso(at)}`, valuesText(values))
		const holding = latestValues(device, points, now)
		facts.latest.set(device.id, valuesText(holding))
		const alarms = [
			...profile.alarms.flatMap((rule) => ruleAlarms(rule, device, points)),
			...silences(device, points, now),
		]
		for (const alarm of alarms) addAlarm(facts, device, alarm, asItHappened)
		const isFaulty = alarms.some(({ rule, clearedAt }) => clearedAt === undefined && careRules.has(rule))
		indices.set(device.id, isFaulty ? undefined : worstIndex(device, holding))
	}
	for (const [courtyard, own] of Map.groupBy(devices, (device) => device.courtyard)) {
		facts.scores.set(courtyard, scoreText(own, indices))
	}
	return facts
}

function latestValues(device: Device, points: readonly Point[], now: number): Values {
	return Object.assign({}, ...points.filter(({ at }) => now - at <= holdMs(device)).map(({ values }) => values))
}

function addAlarm(
	facts: Record<'alarms' | 'tasks' | 'alerts', Map<string, string>>,
	device: Device,
	{ rule, onset, raisedAt, clearedAt }: ReferenceAlarm,
	asItHappened: boolean,
): void {
	const name = `${device.id} ${rule} ${iso(onset)}`
	facts.alarms.set(name, alarmText(iso(raisedAt), clearedAt === undefined ? null : iso(clearedAt)))
	if (rule === 'silent' && clearedAt !== undefined && !asItHappened) return
	facts.tasks.set(name, clearedAt === undefined ? 'raised' : 'verified')
	if (clearedAt === undefined || asItHappened) facts.alerts.set(name, 'sent')
}

/** Mean of the devices of each revolution, then mean of the revolutions; to two decimals, half up. */
export function scoreText(devices: readonly Device[], indices: ReadonlyMap<string, number | undefined>): string {
	const parts = [...Map.groupBy(devices, ({ kind }) => kind).values()].flatMap((own) => {
		const known = own.flatMap(({ id }) => indices.get(id) ?? [])
		return known.length === 0 ? [] : [mean(known)]
	})
	return parts.length === 0 ? 'none' : (Math.floor(mean(parts) * 100 + 0.5 + 1e-9) / 100).toFixed(2)
}

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length
