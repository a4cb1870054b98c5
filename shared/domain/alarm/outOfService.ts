import type { Device } from '../../contract/registry.ts'

type Serviced = Pick<Device, 'outOfService'>

/** Whether the device is under repair at an instant. */
export const isOutOfService = ({ outOfService }: Serviced, at: number): boolean =>
	outOfService.some(({ from, until }) => from <= at && at < (until ?? Number.POSITIVE_INFINITY))

/** Whether it was under repair at any time between two instants. */
export const wasOutOfService = ({ outOfService }: Serviced, after: number, before: number): boolean =>
	outOfService.some(({ from, until }) => from < before && after < (until ?? Number.POSITIVE_INFINITY))
