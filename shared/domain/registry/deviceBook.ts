import type { Device } from '../../contract/registry/registry.ts'
import type { DeviceBook } from '../../contract/telemetry/decoding.ts'

/** The devices by id, EUI and station number. An index is made when somebody first asks for it. */
export function deviceBook(devices: ReadonlyMap<string, Device>): DeviceBook {
	const byEui = indexOf(devices, ({ eui }) => eui)
	const byMn = indexOf(devices, ({ mn }) => mn)
	return { byId: (id) => devices.get(id), byEui, byMn }
}

function indexOf(devices: ReadonlyMap<string, Device>, nameOf: (device: Device) => string | undefined) {
	let index: Map<string, Device> | undefined
	return (wanted: string): Device | undefined => {
		index ??= new Map(
			[...devices.values()].flatMap((device): [string, Device][] => {
				const name = nameOf(device)
				return name === undefined ? [] : [[name, device]]
			}),
		)
		return index.get(wanted)
	}
}
