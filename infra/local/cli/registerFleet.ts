import type { RegistryImport } from '../../../shared/contract/registry/registry.ts'
import { openCertificateAuthority } from '../iot/certificateAuthority.ts'
import { openThingRegistry } from '../iot/thingRegistry.ts'
import { provisionDevice } from '../provisionDevice.ts'
import type { RunningEdition } from '../runningEdition.ts'
import { StartError } from '../startError.ts'
import { putRegistry } from './registryClient.ts'

/** So many at once, so that the registry's answer to a large fleet comes in time. */
const devicesAtOnce = 100

/**
 * Puts a fleet with its places into the registry of the running edition, and gives each device a certificate unless it has
 * one.
 * @param token of an administrator
 * @throws StartError with the API's words where the registry refuses
 */
export const registerFleet = async (
	dataFolder: string,
	running: RunningEdition,
	token: string,
	{ devices, ...places }: RegistryImport,
): Promise<void> => {
	for (let n = 0; n < devices.length; n += devicesAtOnce) {
		const content = { ...(n === 0 ? places : {}), devices: devices.slice(n, n + devicesAtOnce) }
		const refusal = await putRegistry(running.apiUrl, token, content)
		if (refusal !== undefined)
			throw new StartError({
				message: `The registry does not take the devices: ${refusal}`,
				remedy: 'Use a data folder of their own: `npm start -- --empty --data <folder>`.',
			})
	}
	const provisioner = {
		...{ dataFolder, policies: running.policies },
		authority: await openCertificateAuthority(dataFolder),
		things: await openThingRegistry(dataFolder),
	}
	for (const device of devices) await provisionDevice(provisioner, device)
}
