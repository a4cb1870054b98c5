import type { Device, OutOfService } from '../../shared/contract/registry/registry.ts'
import type { Repairs } from '../../shared/ports/repairs.ts'

/** Times under repair in memory, of the devices given. */
export class MemoryRepairs implements Repairs {
	readonly devices: Map<string, Device>

	constructor(devices: ReadonlyMap<string, Device>) {
		this.devices = new Map(devices)
	}

	async begin(seen: Device, repair: OutOfService): Promise<'stored' | 'conflict'> {
		const device = this.devices.get(seen.id)
		if (device?.outOfService.length !== seen.outOfService.length) return 'conflict'
		this.devices.set(device.id, { ...device, outOfService: [...device.outOfService, repair] })
		return 'stored'
	}

	async end(seen: Device, { from }: OutOfService, at: number, by: string): Promise<'stored' | 'conflict'> {
		const device = this.devices.get(seen.id)
		const running = device?.outOfService.find((repair) => repair.from === from && at < (repair.until ?? Infinity))
		if (!device || !running) return 'conflict'
		const outOfService = device.outOfService.map((repair) =>
			repair === running ? { ...repair, until: at, endedBy: by } : repair,
		)
		this.devices.set(device.id, { ...device, outOfService })
		return 'stored'
	}
}
