import { type Measurand, measurands } from '../../contract/telemetry/measurand.ts'
import type { Instant } from './hourPack.ts'

/** Count, least, mean and greatest of the usable values of one measurand, in its unit. */
export type Statistics = { count: number; min: number; mean: number; max: number }

export type Bucket = { start: number; measurands: Partial<Record<Measurand, Statistics>> }

/**
 * Statistics for each stretch of time that has a usable value, in the order of time. A function of the set of instants:
 * their order does not matter, to the last digit. Values that are not usable do not stand in an instant's `values`.
 * @param startOf the first millisecond of the stretch that an instant lies in
 */
export function statisticsBy(startOf: (at: number) => number, instants: Iterable<Instant>): Bucket[] {
	const stretches = new Map<number, Map<Measurand, number[]>>()
	for (const { at, values } of instants) {
		const start = startOf(at)
		let stretch = stretches.get(start)
		if (!stretch) {
			stretch = new Map()
			stretches.set(start, stretch)
		}
		for (const name in values) {
			const measurand = name as Measurand
			const value = values[measurand]
			if (value === undefined) continue
			const known = stretch.get(measurand)
			if (known) known.push(value)
			else stretch.set(measurand, [value])
		}
	}
	return [...stretches]
		.filter(([, stretch]) => stretch.size > 0)
		.sort(([a], [b]) => a - b)
		.map(([start, stretch]) => ({ start, measurands: each(stretch) }))
}

function each(stretch: ReadonlyMap<Measurand, number[]>): Bucket['measurands'] {
	const found: Bucket['measurands'] = {}
	for (const name of measurands) {
		const values = stretch.get(name)
		if (values) found[name] = statistics(values)
	}
	return found
}

/** Of at least one value. Summed in the order of size, because a floating-point sum depends on the order. */
function statistics(values: readonly number[]): Statistics {
	const sorted = Float64Array.from(values).sort()
	const min = sorted[0] ?? Number.NaN
	const max = sorted.at(-1) ?? Number.NaN
	let sum = 0
	for (const value of sorted) sum += value
	// Sensors have fewer than twelve digits; what lies beyond is the noise of the summation.
	const mean = Number((sum / sorted.length).toPrecision(12))
	return { count: sorted.length, min, mean: Math.min(max, Math.max(min, mean)), max }
}
