import type { Task } from '../../../shared/contract/task/task.ts'
import type { Evidence } from '../../../shared/domain/task/applyAction.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { unpackHour } from '../../../shared/domain/telemetry/hourPack.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { ApiPorts } from '../ports.ts'

/** What the sensor of an alarm shows now: its newest value of the hour that runs or the one before. */
export async function evidenceFor(
	{ telemetry }: Pick<ApiPorts, 'telemetry'>,
	{ devices }: Registry,
	task: Task,
	now: number,
): Promise<Evidence | undefined> {
	if (task.source !== 'alarm' || task.measurand === undefined || !devices.has(task.device)) return undefined
	const { device, measurand } = task
	const hours = await telemetry.pick([now, now - 3_600_000].map((at) => ({ device, hour: hourOf(at) })))
	const values = hours
		.flatMap(({ hour, readings }) => unpackHour(hour, readings))
		.flatMap(({ at, values }) => (values[measurand] === undefined ? [] : { value: values[measurand], measuredAt: at }))
	return values.reduce<Evidence | undefined>((a, b) => (a && a.measuredAt > b.measuredAt ? a : b), undefined)
}
