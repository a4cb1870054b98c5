import type { Task } from '../../../shared/contract/task/task.ts'
import type { SensorView } from '../../../shared/contract/telemetry/sensorView.ts'
import { limitOf } from '../../../shared/domain/alarm/limit.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { unpackHour } from '../../../shared/domain/telemetry/hourPack.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { ApiPorts } from '../ports.ts'

const HOUR = 3_600_000
const BEFORE_MS = 2 * HOUR
const LONGEST_MS = 24 * HOUR
const MOST_POINTS = 60

type Point = { at: number; value: number }

/** The readings of an alarm's sensor from two hours before it began, of the last day at most; undefined where there is no limit to compare with. */
export async function sensorOf(
	{ telemetry }: Pick<ApiPorts, 'telemetry'>,
	{ devices, profile }: Registry,
	task: Task,
	now: number,
): Promise<SensorView | undefined> {
	if (task.source !== 'alarm') return undefined
	const device = devices.get(task.device)
	const rule = profile.alarms.find(({ id }) => id === task.rule)
	if (!device || rule?.watches !== 'limit') return undefined
	const { measurand, direction } = rule
	const from = Math.max(task.alarm.onset - BEFORE_MS, now - LONGEST_MS)
	const hours = await telemetry.range(device.id, hourOf(from), hourOf(now))
	const instants = hours.flatMap(({ hour, readings }) => unpackHour(hour, readings)).filter(({ at }) => at >= from)
	const points = instants.flatMap(({ at, values }) => {
		const value = values[measurand]
		return value === undefined ? [] : [{ at, value }]
	})
	const limit = limitOf(profile, rule, device, instants.at(-1)?.values ?? {})
	return {
		unit: profile.measurands[measurand]?.unit ?? '',
		...(limit === undefined ? {} : { limit }),
		direction,
		points: thinned(points, direction).map(({ at, value }) => ({ at: new Date(at).toISOString(), value })),
	}
}

/** The newest point, and of the others the worst of each group of neighbours. */
function thinned(points: readonly Point[], direction: SensorView['direction']): Point[] {
	const size = Math.ceil(points.length / MOST_POINTS)
	const worst = (a: Point, b: Point): Point => ((direction === 'high' ? b.value > a.value : b.value < a.value) ? b : a)
	const kept: Point[] = []
	for (let i = 0; i < points.length; i += size) kept.push(points.slice(i, i + size).reduce(worst))
	const newest = points.at(-1)
	return newest === undefined || kept.at(-1) === newest ? kept : [...kept, newest]
}
