import { Eui } from '../../../shared/contract/registry/registry.ts'
import type { DecodeContext } from '../../../shared/contract/telemetry/decoding.ts'
import { Measurand } from '../../../shared/contract/telemetry/measurand.ts'

export type Meaning = { device: string; measurand: Measurand }

/**
 * Of which device and measurand a full name speaks: `toilet-1:ammonia`, `toilet-1/ammonia`, `ammonia` of the publishing
 * thing, or a URN of RFC 9039 such as `urn:dev:mac:24e124fffe0a1b2c_ammonia`, by EUI. A name that ends in no measurand
 * says what it is by its unit only where that is the charge of a battery.
 * @returns undefined for a name that no measurand has
 */
export function meaningOf(name: string, unit: string | undefined, context: DecodeContext): Meaning | undefined {
	const split = /^(?:(.*)[:/.]|(urn:dev:.*)_)?([A-Za-z0-9]+)$/.exec(name)
	const measurand = Measurand.safeParse(split?.[3])
	if (measurand.success) return { device: deviceOf(split?.[1] ?? split?.[2], context), measurand: measurand.data }
	if (unit === '%EL') return { device: deviceOf(name, context), measurand: 'battery' }
	return undefined
}

/** A device's id, or the EUI at the end of a URN; a name that is neither stays, to be refused as not registered. */
function deviceOf(name: string | undefined, { thing, devices }: DecodeContext): string {
	if (name === undefined || name === '') return thing
	const last = name.slice(name.lastIndexOf(':') + 1)
	if (devices.byId(name)) return name
	const eui = Eui.safeParse(last)
	const known = eui.success ? devices.byEui(eui.data) : undefined
	return known?.id ?? (name.startsWith('urn:dev:') ? last : name)
}
