import { badRequest, type Outcome, ok } from '../../../shared/contract/outcome.ts'
import type { Device, RegistryImport } from '../../../shared/contract/registry.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { ApiPorts } from '../ports.ts'

/** Puts entries into the registry. What an entry refers to must exist or come in the same import. */
export async function putRegistry({ registry }: Pick<ApiPorts, 'registry'>, entries: RegistryImport): Promise<Outcome> {
	const known = await registry.refreshed()
	const wrong = missingReference(known, entries)
	if (wrong) return badRequest(wrong.field, wrong.message)
	await registry.put({ ...entries, devices: entries.devices.map((device) => withRepairs(known, device)) })
	const { townships, villages, courtyards, devices } = entries
	return ok({
		townships: townships.length,
		villages: villages.length,
		courtyards: courtyards.length,
		devices: devices.length,
	})
}

/** Times under repair are history: an entry put again without any keeps those that are on record. */
const withRepairs = ({ devices }: Registry, device: Device): Device =>
	device.outOfService.length > 0 ? device : { ...device, outOfService: devices.get(device.id)?.outOfService ?? [] }

function missingReference(known: Registry, entries: RegistryImport): { field: string; message: string } | undefined {
	const ids = (old: ReadonlyMap<string, unknown>, added: readonly { id: string }[]): Set<string> =>
		new Set([...old.keys(), ...added.map(({ id }) => id)])
	const townships = ids(known.townships, entries.townships)
	const villages = ids(known.villages, entries.villages)
	const courtyards = ids(known.courtyards, entries.courtyards)
	const devices = ids(known.devices, entries.devices)
	const references = [
		...entries.villages.map(({ township }, i) => ({ field: `villages.${i}.township`, to: township, among: townships })),
		...entries.courtyards.map(({ village }, i) => ({ field: `courtyards.${i}.village`, to: village, among: villages })),
		...entries.devices.map(({ courtyard }, i) => ({
			field: `devices.${i}.courtyard`,
			to: courtyard,
			among: courtyards,
		})),
		...entries.devices.flatMap(({ gateway }, i) =>
			gateway === undefined ? [] : [{ field: `devices.${i}.gateway`, to: gateway, among: devices }],
		),
	]
	const missing = references.find(({ to, among }) => !among.has(to))
	return missing && { field: missing.field, message: `"${missing.to}" does not exist` }
}
