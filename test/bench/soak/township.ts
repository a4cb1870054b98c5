import { Device, type RegistryImport } from '../../../shared/contract/registry/registry.ts'

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
