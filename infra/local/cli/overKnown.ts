import { Device } from '../../../shared/contract/registry/registry.ts'
import * as z from '../../../shared/contract/zod.ts'

const { id, kind, courtyard, interval, gateway, eui, mn, serial, model, binHeight, wellDepth, blindZone, name } =
	Device.shape

/** What is said of a device on the command line; the rest is known, or taken as the registry takes it. */
export const GivenDevice = z.object({
	id,
	kind,
	courtyard,
	interval: z.optional(interval.def.innerType),
	...{ gateway, eui, mn, serial, model, binHeight, wellDepth, blindZone },
	name: z.partial(name),
})
export type GivenDevice = z.infer<typeof GivenDevice>

/**
 * A device with what is given put over what the registry knows of it: names, position and all else that is not given
 * stay. Its history is left out, which the registry then keeps by itself. A new device without names goes by its id.
 */
export const overKnown = (known: Device | undefined, given: GivenDevice): Device => {
	const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
	const names = { zh: given.id, en: given.id, ...known?.name, ...given.name }
	return Device.parse({ ...known, ...said, name: names, outOfService: [], moves: [] })
}
