import { Revolution } from '../../shared/contract/telemetry/measurand.ts'
import { isPerhapsScored } from '../../shared/domain/score/dayOver.ts'
import { hourStart } from '../../shared/domain/telemetry/hour.ts'
import { shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import type { LateMarks } from '../../shared/ports/dayScores.ts'
import type { DeviceWork } from './deviceWork.ts'

/**
 * Notes the days of the readings that may be scored already: one small write for each, none for a day that goes on. To be
 * called when the readings are stored: whoever finds the mark must see them.
 */
export async function markLateDays(
	{ device, hours }: Pick<DeviceWork, 'device' | 'hours'>,
	late: Pick<LateMarks, 'add'>,
	now: () => number,
): Promise<void> {
	if (!Revolution.safeParse(device.kind).success) return
	const days = new Set([...hours.keys()].map((hour) => shanghaiDay(hourStart(hour))))
	for (const day of [...days].sort()) if (isPerhapsScored(day, now())) await late.add(device.id, day)
}
