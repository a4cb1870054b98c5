import type { Profile } from '../../shared/contract/profile/profile.ts'
import type { Device } from '../../shared/contract/registry/registry.ts'
import type { TelemetryStore } from '../../shared/ports/telemetryStore.ts'
import type { HourBatch } from './sortOut.ts'

/** New readings of one device, by hour, and what it takes to store and judge them. */
export type DeviceWork = {
	device: Device
	hours: ReadonlyMap<string, HourBatch>
	profile: Profile
	telemetry: TelemetryStore
	/** How long a device-hour is kept, milliseconds. */
	retentionMs: number
}

/** The store kept moving under us; the message is to be tried again. */
export class TooBusy extends Error {}
