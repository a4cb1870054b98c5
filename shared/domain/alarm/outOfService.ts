import type { Device } from '../../contract/registry/registry.ts'

type Serviced = Pick<Device, 'outOfService'>

/** Whether the device is under repair at an instant. */
export const isOutOfService = ({ outOfService }: Serviced, at: number): boolean =>
	outOfService.some(({ from, until }) => from <= at && at < (until ?? Number.POSITIVE_INFINITY))

/**
 * From when on a device counts as silent: once its last reading has ceased to hold. A repair that begins before that
 * puts it off, for the device then has as long again to be heard; one that begins later ends no silence.
 * @param last its last reading, @param hold how long that stands for; milliseconds
 */
export function silentFrom({ outOfService }: Serviced, last: number, hold: number): number {
	let onset = last + hold
	for (const { from, until = Number.POSITIVE_INFINITY } of [...outOfService].sort((a, b) => a.from - b.from)) {
		if (from <= onset && last < until) onset = Math.max(onset, until + hold)
	}
	return onset
}
