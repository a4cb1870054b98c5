import {
	DeviceParameters,
	type ProvisioningOverrides,
	type ProvisioningRequest,
} from '../../shared/contract/registry/provisioning.ts'
import type { Provisionings } from '../../shared/ports/provisionings.ts'
import type { RegistryReader } from '../../shared/ports/registry.ts'

export type Ports = {
	readonly registry: Pick<RegistryReader, 'refreshed'>
	readonly provisionings: Provisionings
	readonly now: () => number
}

export type Decision =
	| { readonly allowed: true; readonly device: string; readonly overrides: ProvisioningOverrides }
	| { readonly allowed: false; readonly reason: string }

const refused = (reason: string): Decision => ({ allowed: false, reason })

/**
 * Whether a device that shows the claim certificate gets a certificate of its own. The registry is the list of those
 * that may: one of its devices has the serial number, and nobody was given a certificate for it yet. Name, courtyard and
 * kind come from there, whatever the device says it is.
 */
export async function provision(ports: Ports, request: ProvisioningRequest): Promise<Decision> {
	const parameters = DeviceParameters.safeParse(request.parameters)
	if (!parameters.success) return refused('it names no serial number, or one that cannot be')
	const serial = parameters.data.SerialNumber
	const { devices } = await ports.registry.refreshed()
	const device = [...devices.values()].find((known) => known.serial === serial)
	if (device === undefined) return refused(`no device of the registry has the serial number ${serial}`)
	// Its policy is another one, and who listens can wait for a certificate made by hand.
	if (device.kind === 'display') return refused(`${device.id} is a display`)
	const outcome = await ports.provisionings.grant({
		serial,
		device: device.id,
		certificate: request.certificateId,
		claim: request.claimCertificateId,
		at: ports.now(),
	})
	if (outcome === 'taken') return refused(`the serial number ${serial} was given a certificate before`)
	const overrides = { ThingName: device.id, Courtyard: device.courtyard, Kind: device.kind }
	return { allowed: true, device: device.id, overrides }
}
