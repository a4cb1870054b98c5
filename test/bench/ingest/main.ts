import { parseArgs } from 'node:util'
import { bundleSizes } from './bundleSizes.ts'
import { hourPacks, inOrder, shuffledWithDuplicates } from './deliveries.ts'
import { fleet } from './fleet.ts'
import { floorUs } from './floor.ts'
import { reportOf } from './report.ts'
import { type Result, runVariant } from './runVariant.ts'
import { workload } from './workload.ts'

/**
 * What a reading costs and whether everything that is told of it is true: the ingest use case on the real stores and
 * a local engine (or the one of DYNAMODB_ENDPOINT). The last line is one JSON object.
 */
const { values } = parseArgs({
	options: { hours: { type: 'string', default: '6' }, seed: { type: 'string', default: '1' } },
})
const seed = Number(values.seed)
const span = { start: Date.parse('2026-11-23T00:00:00Z'), hours: Number(values.hours) }
const township = fleet()
const samples = workload(township.devices, span, seed)
const live = inOrder(samples, seed)
const variants = {
	inOrder: { name: 'In order, as live', deliveries: live, clockWatches: true },
	shuffled: {
		name: 'Each hour held back, shuffled, one message in five twice',
		deliveries: shuffledWithDuplicates(samples, seed),
		clockWatches: false,
	},
	packs: { name: 'Hour packs', deliveries: hourPacks(samples, seed), clockWatches: false },
}

console.log(`${township.devices.length} devices in ${township.courtyards.length} courtyards, ${span.hours} hours`)
const floor = floorUs(live)
const summary: Record<string, unknown> = {}
for (const [key, variant] of Object.entries(variants)) {
	const result = await runVariant(variant, township, samples, span)
	console.log(reportOf(result, township.devices.length * span.hours))
	summary[key] = summaryOf(result)
}
const bundleKb = await bundleSizes()
console.log(`\nfloor: ${floor.toFixed(1)} µs of CPU a reading to parse and validate the same bytes`)
console.log(
	`bundles: ${Object.entries(bundleKb)
		.map(([name, size]) => `${name} ${size} KB`)
		.join(', ')}`,
)
console.log(JSON.stringify({ ...summary, floorUs: Math.round(floor * 10) / 10, bundleKb }))

/** For each reading measured; a duplicate is the price of its reading. */
function summaryOf({ total, alerts, cpuMs, measured, differences }: Result): Record<string, number> {
	const each = (value: number): number => Math.round((value / measured) * 10_000) / 10_000
	return {
		wru: each(total.writeUnits),
		rru: each(total.readUnits),
		requests: each(total.requests + alerts),
		cpuMs: each(cpuMs),
		wrong: differences.length,
	}
}
