import type { Device, RegistryImport } from '../../../shared/contract/registry/registry.ts'
import type * as z from '../../../shared/contract/zod.ts'
import { openCertificateAuthority } from '../iot/certificateAuthority.ts'
import { openThingRegistry } from '../iot/thingRegistry.ts'
import { openLocalIssuer } from '../issuer/localIssuer.ts'
import { type Certificates, provisionDevice } from '../provisionDevice.ts'
import type { RunningEdition } from '../runningEdition.ts'
import { StartError } from '../startError.ts'
import { type GivenDevice, overKnown } from './overKnown.ts'
import { courtyardExists, knownDevice, putRegistry } from './registryClient.ts'

export interface AddedDevice {
	readonly device: Device
	/** The registry had it already: what was not given stayed as it was. */
	readonly wasKnown: boolean
	readonly certificates: Certificates
	/** The courtyard was unknown and had to be made. */
	readonly madeCourtyard: boolean
}

const local = { id: 'local', name: { zh: '本地', en: 'Local' } } as const

/**
 * Registers the device with the running edition, or changes what is given of one that it knows, and gives it a thing and a
 * certificate. An edition without a township gets the courtyard too if it is new. Throws a StartError with the API's words if the registry refuses.
 */
export const addDevice = async (
	dataFolder: string,
	running: RunningEdition,
	given: GivenDevice,
): Promise<AddedDevice> => {
	const issuer = await openLocalIssuer(dataFolder, running.issuer)
	const token = await issuer.token(
		{ id: 'device-command', name: 'npm run device', role: 'admin', courtyards: [] },
		Date.now(),
	)
	const known = await knownDevice(running.apiUrl, token, given.id)
	const device = overKnown(known, given)
	const madeCourtyard = running.empty && !(await courtyardExists(running.apiUrl, token, device.courtyard))
	const content = { ...(madeCourtyard ? withCourtyard(device.courtyard) : {}), devices: [device] }
	const refusal = await putRegistry(running.apiUrl, token, content)
	if (refusal !== undefined)
		throw new StartError({
			message: `The registry does not take the device ${device.id}: ${refusal}`,
			remedy: `Correct it and try again; \`npm run device -- list\` shows the devices, ${running.apiUrl}/courtyards the courtyards.`,
		})
	const provisioner = {
		dataFolder,
		authority: await openCertificateAuthority(dataFolder),
		things: await openThingRegistry(dataFolder),
		policies: running.policies,
	}
	const certificates = await provisionDevice(provisioner, device)
	return { device, wasKnown: known !== undefined, certificates, madeCourtyard }
}

const withCourtyard = (id: string): z.input<typeof RegistryImport> => ({
	townships: [local],
	villages: [{ ...local, township: local.id }],
	courtyards: [{ id, village: local.id, name: { zh: id, en: id }, kind: 'natural-village', households: 10 }],
})
