import { revolutions } from '../../../shared/contract/measurand.ts'
import type { WallCourtyard } from '../../../shared/contract/publicWall.ts'
import type { Courtyard } from '../../../shared/contract/registry.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { courtyardView, liveDevices } from '../courtyards/liveView.ts'
import type { ApiPorts } from '../ports.ts'

/** The courtyards' scores now, in the order given. Who the head is and which device is how stays inside. */
export async function wallScores(
	{ telemetry, tasks }: Pick<ApiPorts, 'telemetry' | 'tasks'>,
	known: Registry,
	courtyards: readonly Courtyard[],
	now: number,
): Promise<WallCourtyard[]> {
	const ids = new Set(courtyards.map(({ id }) => id))
	const devices = [...known.devices.values()].filter(
		({ kind, courtyard }) => revolutions.some((name) => name === kind) && ids.has(courtyard),
	)
	const live = Map.groupBy(
		await liveDevices(known, devices, { telemetry, tasks }, now),
		({ device }) => device.courtyard,
	)
	return courtyards.flatMap(({ id }) => {
		const view = courtyardView(known, id, live.get(id) ?? [], now)
		if (!view) return []
		const { name, village, score, band } = view
		const parts = revolutions.flatMap((revolution) => {
			const part = view.revolutions[revolution]
			return part ? [[revolution, { score: part.score, band: part.band }]] : []
		})
		return { id, name, village, score, band, revolutions: Object.fromEntries(parts) }
	})
}
