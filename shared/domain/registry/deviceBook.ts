import type { DeviceBook } from '../../contract/decoding.ts'
import type { Device } from '../../contract/registry.ts'

/** The devices by id and EUI. The index by EUI is made when somebody first asks for it. */
export function deviceBook(devices: ReadonlyMap<string, Device>): DeviceBook {
	let euis: Map<string, Device> | undefined
	return {
		byId: (id) => devices.get(id),
		byEui: (eui) => {
			euis ??= new Map(
				[...devices.values()].flatMap((device): [string, Device][] =>
					device.eui === undefined ? [] : [[device.eui, device]],
				),
			)
			return euis.get(eui)
		},
	}
}
