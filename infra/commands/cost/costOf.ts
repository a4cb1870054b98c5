import type { MeasuredUnits } from './measuredUnits.ts'
import type { Price, Priced, PriceTable } from './price.ts'
import type { Size } from './size.ts'
import { readingsOf, type Usage, usageOf } from './usage.ts'

/** One line of a bill. `amount` is null where the price is not known. */
export type Line = Usage & { readonly price: Price; readonly amount: number | null }

/** A month's bill, in the currency of the region. Sums are over the lines whose price is known. */
export type Cost = {
	readonly readings: number
	readonly lines: readonly Line[]
	/** What a million readings cost beside what stands for itself. */
	readonly perMillionReadings: number
	readonly fixedPerMonth: number
	/** `perMillionReadings` × million readings + `fixedPerMonth`. */
	readonly perMonth: number
	/** What is used and has no known price: left out of every sum. */
	readonly withoutPrice: readonly Priced[]
}

/** What a deployment costs in a month. */
export function costOf(size: Size, measured: MeasuredUnits, { prices }: PriceTable): Cost {
	const lines = usageOf(size, measured)
		.filter(({ quantity }) => quantity > 0)
		.map((usage): Line => {
			const price = prices[usage.priced]
			return { ...usage, price, amount: price.amount === null ? null : price.amount * usage.quantity }
		})
	const sumOf = (by: Usage['by']): number =>
		lines.reduce((sum, line) => (line.by === by ? sum + (line.amount ?? 0) : sum), 0)
	const readings = readingsOf(size)
	const [forReadings, fixedPerMonth] = [sumOf('readings'), sumOf('deployment')]
	return {
		readings,
		lines,
		perMillionReadings: forReadings / (readings / 1_000_000),
		fixedPerMonth,
		perMonth: forReadings + fixedPerMonth,
		withoutPrice: [...new Set(lines.flatMap(({ priced, amount }) => (amount === null ? [priced] : [])))],
	}
}
