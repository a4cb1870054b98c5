import type { Courtyard } from '../../../shared/contract/registry/registry.ts'
import { revolutions } from '../../../shared/contract/telemetry/measurand.ts'
import type { WallCourtyard } from '../../../shared/contract/wall/publicWall.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { courtyardsNow } from '../courtyards/courtyardsNow.ts'
import type { ApiPorts } from '../ports.ts'

/**
 * The scores of a township's courtyards, in the order given, and when the first of them was worked out. Who the head is and
 * which device is how stays inside.
 */
export async function wallScores(
	ports: Pick<ApiPorts, 'telemetry' | 'tasks' | 'villagesNow'>,
	known: Registry,
	township: string,
	courtyards: readonly Courtyard[],
	now: number,
): Promise<{ at: number; courtyards: WallCourtyard[] }> {
	const scores = await courtyardsNow(ports, known, { township }, now)
	const rows = courtyards.flatMap(({ id, name, village }) => {
		const found = scores.get(id)
		if (!found) return []
		const parts = revolutions.flatMap((revolution) => {
			const part = found.revolutions[revolution]
			return part ? [[revolution, { score: part.score, band: part.band }]] : []
		})
		return { id, name, village, score: found.score, band: found.band, revolutions: Object.fromEntries(parts) }
	})
	return { at: Math.min(now, ...[...scores.values()].map(({ at }) => at)), courtyards: rows }
}
