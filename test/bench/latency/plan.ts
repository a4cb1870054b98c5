import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { seeded, shuffled } from '../ingest/random.ts'

/** `burns`: the first one beyond the limit of its bin, which raises an alarm at once. */
export type Planned = { device: string; values: Values; burns: boolean }

/** Readings of each bin before the first that may burn, so that all is warm. */
const WARM_UP = 2

/** Readings in the order of sending, each bin as often as the others and once set on fire; the same for the same seed. */
export function planOf(bins: readonly string[], readingsEach: number, seed: number): Planned[] {
	const next = seeded(seed)
	const order = shuffled(bins, next)
	const fireAt = new Map(bins.map((id) => [id, WARM_UP + Math.floor(next() * (readingsEach - WARM_UP))]))
	return Array.from({ length: readingsEach }, (_, k) => k).flatMap((k) =>
		order.map((device) => {
			const from = fireAt.get(device) ?? Number.POSITIVE_INFINITY
			const values = {
				fill: Math.floor(10 + next() * 70),
				temperature: k < from ? 20 : 75,
				tilt: 2,
				battery: 80,
			}
			return { device, values, burns: k === from }
		}),
	)
}
