import type { DeviceView } from '../../shared/contract/score/liveViews.ts'
import { isOutOfService } from '../../shared/domain/alarm/outOfService.ts'

export type DeviceState = 'repair' | 'listening' | 'faulty' | 'silent' | 'reporting'

/** How a device does, by what matters most: under repair, only listening, sensor at fault, no value that still holds, reporting. */
export const deviceState = (
	device: Pick<DeviceView, 'kind' | 'outOfService' | 'faults' | 'values'>,
	now: number,
): DeviceState => {
	if (isOutOfService(device, now)) return 'repair'
	// A loudspeaker or a screen sends nothing that could be missing.
	if (device.kind === 'display') return 'listening'
	if (device.faults.length > 0) return 'faulty'
	return Object.keys(device.values).length === 0 ? 'silent' : 'reporting'
}
