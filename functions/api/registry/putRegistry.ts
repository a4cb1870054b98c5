import { badFields, fieldError, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { FieldError } from '../../../shared/contract/http/problem.ts'
import type { RegistryImport, RegistryImported } from '../../../shared/contract/registry/registry.ts'
import type { Told } from '../../../shared/contract/text/told.ts'
import { withDeputies } from '../../../shared/domain/person/inCharge.ts'
import { withHistory } from '../../../shared/domain/registry/placement.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { ApiPorts } from '../ports.ts'

/**
 * Puts entries into the registry. What an entry refers to must exist or come in the same import.
 *
 * @param check nothing is put; the answer is what it would be
 */
export async function putRegistry(
	{ registry, now }: Pick<ApiPorts, 'registry' | 'now'>,
	entries: RegistryImport,
	{ check = false }: { check?: boolean } = {},
): Promise<Outcome> {
	const known = await registry.refreshed()
	const wrong = [...missingReferences(known, entries), ...unfitDevices(known, entries)]
	if (wrong.length > 0) return badFields(wrong)
	const today = shanghaiDay(now())
	const devices = entries.devices.map((device) => withHistory(known.devices.get(device.id), device, today))
	const courtyards = entries.courtyards.map((courtyard) => withDeputies(known.courtyards.get(courtyard.id), courtyard))
	if (!check) await registry.put({ ...entries, courtyards, devices })
	const { townships, villages } = entries
	const view: RegistryImported = {
		townships: townships.length,
		villages: villages.length,
		courtyards: courtyards.length,
		devices: devices.length,
	}
	return ok(view)
}

const tooBlind: Told = {
	zh: '应小于桶高（binHeight）和井深（wellDepth）',
	en: 'should be less than "binHeight" and "wellDepth"',
}

function missingReferences(known: Registry, entries: RegistryImport): FieldError[] {
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
	return references.flatMap(({ field, to, among }) =>
		among.has(to) ? [] : fieldError(field, { zh: `没有“${to}”，请先登记或一起导入`, en: `"${to}" does not exist` }),
	)
}

/** An EUI, a station number or a serial number names one device; a sensor that counts as full below its floor would never tell a level. */
function unfitDevices(known: Registry, { devices }: RegistryImport): FieldError[] {
	const named = new Map([...known.devices, ...devices.map((device) => [device.id, device] as const)])
	const namesakes = (
		[
			['eui', { zh: ' EUI', en: 'EUI' }],
			['mn', { zh: '站点编号（MN）', en: 'MN' }],
			['serial', { zh: '序列号', en: 'serial number' }],
		] as const
	).map(([field, what]) => ({
		field,
		what,
		by: Map.groupBy(
			[...named.values()].filter((device) => device[field] !== undefined),
			(device) => device[field],
		),
	}))
	return devices.flatMap((device, i) => {
		const { id, blindZone = 0, binHeight, wellDepth } = device
		const taken = namesakes.flatMap(({ field, what, by }) => {
			const other = by.get(device[field])?.find((another) => another.id !== id)
			const said = {
				zh: `“${device[field]}”已是设备“${other?.id}”的${what.zh}`,
				en: `"${device[field]}" is already the ${what.en} of "${other?.id}"`,
			}
			return other ? [fieldError(`devices.${i}.${field}`, said)] : []
		})
		const isBlind = blindZone >= Math.min(binHeight ?? Number.POSITIVE_INFINITY, wellDepth ?? Number.POSITIVE_INFINITY)
		return [...taken, ...(isBlind ? [fieldError(`devices.${i}.blindZone`, tooBlind)] : [])]
	})
}
