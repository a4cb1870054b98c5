import { Device, type RegistryImport } from '../../../shared/contract/registry/registry.ts'
import type { Revolution } from '../../../shared/contract/telemetry/measurand.ts'

const COURTYARDS = 50
const VILLAGES = 5
/** Six devices a courtyard: 110 toilets, 110 bins and 80 sewage works in all. */
const kindsOf = (courtyard: number): Revolution[] => [
	'toilet',
	'toilet',
	'waste',
	'waste',
	'sewage',
	(['toilet', 'waste', 'sewage', 'sewage', 'sewage'] as const)[courtyard % 5] ?? 'sewage',
]

const padded = (n: number): string => String(n).padStart(2, '0')
const named = (id: string) => ({ zh: id, en: id })

/** The township of the benchmark: 5 villages, 50 courtyards, 300 devices that report every five minutes. */
export function fleet(): RegistryImport {
	const devices: Device[] = []
	const courtyards: RegistryImport['courtyards'] = []
	for (let c = 0; c < COURTYARDS; c += 1) {
		const courtyard = `yard-${padded(c)}`
		const village = `village-${c % VILLAGES}`
		courtyards.push({ id: courtyard, village, name: named(courtyard), kind: 'natural-village', households: 30 })
		kindsOf(c).forEach((kind, i) => {
			const id = `${kind}-${padded(c)}-${i}`
			const sewageLevel = ['II', 'II', 'III', 'I'][c % 4]
			devices.push(Device.parse({ id, kind, courtyard, name: named(id), interval: 300, sewageLevel }))
		})
	}
	return {
		townships: [{ id: 'town', name: named('town') }],
		villages: Array.from({ length: VILLAGES }, (_, v) => ({
			id: `village-${v}`,
			township: 'town',
			name: named(`village-${v}`),
		})),
		courtyards,
		devices,
	}
}
