import { Device, type RegistryImport } from '../../../shared/contract/registry/registry.ts'

const COURTYARDS = 10
const BINS_EACH = 30
const named = (id: string) => ({ zh: id, en: id })

/** Ten courtyards with thirty bins each, and in each a screen that hears of its tasks. */
export function latencyTownship(): RegistryImport & { bins: Device[]; screens: Device[] } {
	const courtyards = Array.from({ length: COURTYARDS }, (_, c) => ({
		id: `yard-${c}`,
		village: 'village',
		name: named(`yard-${c}`),
		kind: 'natural-village' as const,
		households: 30,
	}))
	const device = (id: string, kind: 'waste' | 'display', courtyard: string): Device =>
		Device.parse({ id, kind, courtyard, name: named(id), interval: 300 })
	const bins = courtyards.flatMap(({ id }, c) =>
		Array.from({ length: BINS_EACH }, (_, n) => device(`bin-${c}-${n}`, 'waste', id)),
	)
	const screens = courtyards.map(({ id }, c) => device(`screen-${c}`, 'display', id))
	return {
		townships: [{ id: 'town', name: named('town') }],
		villages: [{ id: 'village', township: 'town', name: named('village') }],
		...{ courtyards, devices: [...bins, ...screens], bins, screens },
	}
}
