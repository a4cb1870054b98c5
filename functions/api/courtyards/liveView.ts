import type { Profile } from '../../../shared/contract/profile/profile.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { CourtyardView, DeviceView, RevolutionScore, ScoreNow } from '../../../shared/contract/score/liveViews.ts'
import { revolutions } from '../../../shared/contract/telemetry/measurand.ts'
import { isFlatRule } from '../../../shared/domain/alarm/flatRule.ts'
import { holdOf } from '../../../shared/domain/alarm/fold.ts'
import { ruleWords } from '../../../shared/domain/alert/words.ts'
import { type LiveDevice, type LiveScore, liveDevice, liveScore } from '../../../shared/domain/score/live.ts'
import { bandOf, toHundredths } from '../../../shared/domain/score/round.ts'
import { alarmTaskId } from '../../../shared/domain/task/alarmTask.ts'
import { clockOff } from '../../../shared/domain/telemetry/clockOff.ts'
import { hourOf, hourStart } from '../../../shared/domain/telemetry/hour.ts'
import { unpackHour } from '../../../shared/domain/telemetry/hourPack.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { TaskStore } from '../../../shared/ports/taskStore.ts'
import type { TelemetryReader } from '../../../shared/ports/telemetryReader.ts'
import type { DeviceHour } from '../../../shared/ports/telemetryStore.ts'
import { foldHour } from '../../../shared/work/evaluateHour.ts'

/**
 * Devices as they are now, worked out from the device-hours that a reading can still hold from: one or two small items
 * for each device, in one request for a hundred. Nothing is precomputed, so nothing can be out of date.
 */
export async function liveDevices(
	registry: Registry,
	devices: readonly Device[],
	{ telemetry, tasks }: { telemetry: TelemetryReader; tasks: Pick<TaskStore, 'get'> },
	now: number,
): Promise<LiveDevice[]> {
	const keys = devices.flatMap((device) =>
		hoursBack(now, holdOf(registry.profile, device)).map((hour) => ({ device: device.id, hour })),
	)
	const items = Map.groupBy(await telemetry.pick(keys), ({ device }) => device)
	return Promise.all(
		devices.map(async (device) => {
			const own = (items.get(device.id) ?? []).sort((a, b) => (a.hour < b.hour ? -1 : 1))
			const instants = own.flatMap(({ hour, readings }) => unpackHour(hour, readings))
			const faults = await faultsOf(registry.profile, device, own.at(-1), tasks)
			return liveDevice(registry.profile, device, instants, { faults, lags: own.flatMap(({ lag }) => lag ?? []) }, now)
		}),
	)
}

/**
 * The rules of the alarms that are active after a device's newest hour and concern the sensor itself. A value that stands
 * still is one only if its neighbours moved; then the sweep has made a task of it.
 */
async function faultsOf(
	profile: Profile,
	device: Device,
	newest: DeviceHour | undefined,
	tasks: Pick<TaskStore, 'get'>,
): Promise<string[]> {
	if (!newest) return []
	const { carry, intervals } = foldHour(profile, device, newest)
	const active = profile.alarms.filter(({ id, concerns }) => {
		const state = carry.rules[id]?.is
		return concerns === 'device' && (state === 'active' || state === 'clearing')
	})
	const standing = intervals.filter(({ rule, clearedAt }) => isFlatRule(rule) && clearedAt === undefined)
	const known = await Promise.all(standing.map(({ rule, onset }) => tasks.get(alarmTaskId(device.id, rule, onset))))
	const stuck = standing.filter((_, i) => known[i] !== undefined && known[i].state !== 'withdrawn')
	return [...active.map(({ id }) => id), ...stuck.map(({ rule }) => rule)]
}

/** The hours in which a reading may lie that holds now; one more for a clock that is a little ahead. */
function hoursBack(now: number, hold: number): string[] {
	const hours: string[] = []
	for (let at = hourStart(hourOf(now)); at > now - hold - 3_600_000; at -= 3_600_000) hours.push(hourOf(at))
	return hours
}

const MINUTE = 60_000

/** Devices that a score is made of. */
export const isScored = ({ kind }: Device): boolean => revolutions.some((revolution) => revolution === kind)

/** How a courtyard is, from its devices as they are. */
export function scoreNow(profile: Profile, live: readonly LiveDevice[]): ScoreNow {
	const { score, revolutions } = liveScore(profile, live)
	const clocks = live.flatMap(wrongClock)
	return {
		score: rounded(score),
		band: bandOf(score),
		revolutions: Object.fromEntries(
			Object.entries(revolutions).map(([name, revolution]) => [name, revolutionView(revolution)]),
		),
		...(clocks.length === 0 ? {} : { clocks }),
	}
}

/** A score with the instant it was worked out at. */
export type ScoreAt = ScoreNow & { at: number }

/** A courtyard with its score, for the API. */
export function courtyardView(registry: Registry, id: string, { at, ...score }: ScoreAt): CourtyardView | undefined {
	const courtyard = registry.courtyards.get(id)
	if (!courtyard) return undefined
	const villageName = registry.villages.get(courtyard.village)?.name
	return {
		...courtyard,
		...(villageName ? { villageName } : {}),
		...score,
		at: new Date(Math.floor(at / MINUTE) * MINUTE).toISOString(),
	}
}

function wrongClock({ device, clockAhead }: LiveDevice): NonNullable<CourtyardView['clocks']> {
	const offSeconds = clockOff(secondsAhead(clockAhead), device.interval)
	return offSeconds === undefined ? [] : [{ device: device.id, offSeconds }]
}

const secondsAhead = (clockAhead: number | undefined): number | null =>
	clockAhead === undefined ? null : Math.round(clockAhead / 1000)

function revolutionView({ score, devices }: NonNullable<LiveScore['revolutions']['toilet']>): RevolutionScore {
	const reporting = devices.filter(({ index }) => index !== undefined)
	const worst = Math.min(...reporting.map(({ index }) => index ?? Number.POSITIVE_INFINITY))
	return {
		score: rounded(score),
		band: bandOf(score),
		reporting: reporting.length,
		devices: devices.length,
		primary: reporting
			.filter(({ index }) => index === worst && worst < 100)
			.map(({ device, primary }) => ({ device: device.id, measurands: primary })),
	}
}

export const deviceView = ({
	device: { serial: _, ...device },
	index,
	primary,
	values,
	faults,
	clockAhead,
	lastReadingAt,
}: LiveDevice): DeviceView => ({
	...device,
	index: rounded(index),
	band: bandOf(index),
	primary: index === 100 ? [] : primary,
	clockAheadSeconds: secondsAhead(clockAhead),
	faults: faults.map((rule) => ({ rule, text: ruleWords(rule) })),
	values: Object.fromEntries(
		Object.entries(values).map(([name, { value, at }]) => [name, { value, at: new Date(at).toISOString() }]),
	),
	lastReadingAt: lastReadingAt === undefined ? null : new Date(lastReadingAt).toISOString(),
})

const rounded = (score: number | undefined): number | null => (score === undefined ? null : toHundredths(score))
