import { putRegistry } from '../../../infra/local/cli/registryClient.ts'
import { openCertificateAuthority } from '../../../infra/local/iot/certificateAuthority.ts'
import { openThingRegistry } from '../../../infra/local/iot/thingRegistry.ts'
import { provisionDevice } from '../../../infra/local/provisionDevice.ts'
import type { RunningEdition } from '../../../infra/local/runningEdition.ts'
import { Device, type RegistryImport } from '../../../shared/contract/registry.ts'

const named = (id: string) => ({ zh: id, en: id })

/** As many toilets, bins and sewage works as asked for, ten to a courtyard. */
export function soakTownship(count: number): RegistryImport {
	const courtyards = Array.from({ length: Math.ceil(count / 10) }, (_, c) => ({
		id: `yard-${c}`,
		village: 'village',
		name: named(`yard-${c}`),
		kind: 'natural-village' as const,
		households: 30,
	}))
	const devices = Array.from({ length: count }, (_, i) => {
		const kind = (['toilet', 'waste', 'sewage'] as const)[i % 3] ?? 'toilet'
		const id = `${kind}-${i}`
		return Device.parse({ id, kind, courtyard: `yard-${Math.floor(i / 10)}`, name: named(id), interval: 300 })
	})
	return {
		townships: [{ id: 'town', name: named('town') }],
		villages: [{ id: 'village', township: 'town', name: named('village') }],
		courtyards,
		devices,
	}
}

/** Registers everything through the API and gives each device its certificate. @throws when the API refuses */
export async function registerTownship(
	dataFolder: string,
	running: RunningEdition,
	token: string,
	township: RegistryImport,
): Promise<void> {
	const refusal = await putRegistry(running.apiUrl, token, township)
	if (refusal !== undefined) throw new Error(`the registry refuses the township: ${refusal}`)
	const authority = await openCertificateAuthority(dataFolder)
	const things = await openThingRegistry(dataFolder)
	const provisioner = { dataFolder, authority, things, policies: running.policies }
	for (const device of township.devices) await provisionDevice(provisioner, device)
}
