import type { Device, OutOfService } from '../contract/registry/registry.ts'

/** Times under repair. A change is known everywhere within ten seconds. */
export type Repairs = {
	/** Adds one, unless the device has others than were seen. */
	begin(seen: Device, repair: OutOfService): Promise<'stored' | 'conflict'>
	/** Ends the one that began at `repair.from`, noting who did, unless it has ended or the device has others. */
	end(seen: Device, repair: OutOfService, at: number, by: string): Promise<'stored' | 'conflict'>
}
