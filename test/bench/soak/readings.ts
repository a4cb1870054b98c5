import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { Measurand, Values } from '../../../shared/contract/telemetry/measurand.ts'
import { seeded } from '../ingest/random.ts'
import { ranges } from '../ingest/values.ts'

const MINUTE = 60_000

/**
 * What a device measures at an instant: well, or ill for 6 to 12 minutes about once in half an hour, with
 * a value now and then that looks well again.
 */
export function instrument({ kind }: Device, seed: number): (at: number) => Values {
	const next = seeded(seed)
	if (kind === 'display' || kind === 'gateway') return () => ({})
	const own = Object.entries(ranges[kind]) as [Measurand, NonNullable<(typeof ranges.toilet)['ammonia']>][]
	const faulty = own.flatMap(([name, { ill }]) => (ill ? [{ name, ill }] : []))
	let trouble = { of: faulty[0], from: 0, to: 0 }
	return (at) => {
		if (at > trouble.to) {
			const from = at + next() * 40 * MINUTE
			trouble = { of: faulty[Math.floor(next() * faulty.length)], from, to: from + (6 + next() * 6) * MINUTE }
		}
		const isIll = at >= trouble.from && next() >= 0.03
		return Object.fromEntries(
			own.map(([name, { well, decimals }]) => {
				const [low, high] = isIll && trouble.of?.name === name ? trouble.of.ill : well
				return [name, Number((low + (high - low) * next()).toFixed(decimals))]
			}),
		)
	}
}
