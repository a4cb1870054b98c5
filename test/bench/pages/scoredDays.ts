import { Device, type RegistryImport } from '../../../shared/contract/registry/registry.ts'
import type { CourtyardDay, HourScore } from '../../../shared/contract/score/score.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { addDays } from '../../../shared/domain/time/shanghai.ts'

const kinds = ['toilet', 'toilet', 'waste', 'waste', 'sewage', 'sewage'] as const
const named = (id: string) => ({ zh: id, en: id })

/** A township of so many courtyards with six devices each, and the scored days of all of them before `until`. */
export function scoredDays(
	courtyards: number,
	until: string,
	count: number,
): { township: RegistryImport; days: CourtyardDay[] } {
	const ids = Array.from({ length: courtyards }, (_, n) => `yard-${n}`)
	const devices = ids.flatMap((courtyard) =>
		kinds.map((kind, i) => {
			const id = `${courtyard}-${kind}-${i}`
			return Device.parse({ id, kind, courtyard, name: named(id), interval: 300 })
		}),
	)
	const byCourtyard = Map.groupBy(devices, ({ courtyard }) => courtyard)
	const profile = defaultProfile.version
	const days = Array.from({ length: count }, (_, n) => addDays(until, n - count)).flatMap((day, n) =>
		ids.map(
			(courtyard): CourtyardDay => ({
				...{ courtyard, day, profile },
				devices: (byCourtyard.get(courtyard) ?? []).map(({ id, kind }) => ({
					...{ device: id, revolution: kind === 'display' || kind === 'gateway' ? 'toilet' : kind, doubts: [] },
					hours: Array.from(
						{ length: 24 },
						(): HourScore => ({ is: 'valid', minutes: 60, lost: { fill: (n * 7) % 20 } }),
					),
				})),
			}),
		),
	)
	const township = {
		townships: [{ id: 'town', name: named('town') }],
		villages: [{ id: 'village', township: 'town', name: named('village') }],
		courtyards: ids.map((id) => ({
			...{ id, village: 'village', name: named(id), kind: 'natural-village' as const, households: 30 },
		})),
		devices,
	}
	return { township, days }
}
