import type { Exclusion } from '../../ports/exclusions.ts'
import { isFlatRule } from '../alarm/flatRule.ts'
import { SILENT } from '../alarm/fold.ts'
import type { Excused } from './deviceHours.ts'
import type { DeviceTrack } from './deviceTrack.ts'
import type { Outage } from './groupOutages.ts'

/**
 * Times of a device that are not held against anybody. A fault that the sensor itself shows excuses from its first sign
 * until it is over, also if the device falls silent meanwhile, as one with an empty battery does.
 */
export function excusesOf(
	{ device, faults }: DeviceTrack,
	exclusions: readonly Exclusion[],
	outages: readonly Outage[],
	until: number,
): Excused[] {
	return [
		...device.outOfService.map((repair): Excused => {
			return { from: repair.from, until: repair.until ?? until, why: 'out-of-service' }
		}),
		...outages.filter((outage) => outage.device === device.id).map((span): Excused => ({ ...span, why: 'outage' })),
		...faults
			.filter(({ rule }) => rule !== SILENT && !isFlatRule(rule))
			.map(({ onset, clearedAt }): Excused => ({ from: onset, until: clearedAt ?? until, why: 'sensor-fault' })),
		...exclusions
			.filter((exclusion) => exclusion.device === device.id)
			.map(({ from, until }): Excused => ({ from, until, why: 'appeal' })),
	]
}
