import type { DeviceHour } from './telemetryStore.ts'

/** Device-hours for looking at; a write of a moment ago may not be seen yet. */
export type TelemetryReader = {
	/** The items there are of these devices and hours, in no order. */
	pick(keys: readonly { device: string; hour: string }[]): Promise<DeviceHour[]>
	/** A device's items from one hour to another, both included, in the order of time. */
	range(device: string, from: string, to: string): Promise<DeviceHour[]>
	/** The newest item of a device, up to an hour. */
	newest(device: string, upTo: string): Promise<DeviceHour | undefined>
}
