import { parseArgs } from 'node:util'
import { recordMeasured } from '../recordMeasured.ts'
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
 *
 *   npm run bench:ingest -- --hours 6 --shuffled-hours 2 --only inOrder|shuffled|packs --seed 1
 *
 * With --record what was measured in order and in packs goes into the file that the cost model reads (docs/cost.md).
 */
const { values } = parseArgs({
	options: {
		hours: { type: 'string', default: '6' },
		'shuffled-hours': { type: 'string', default: '2' },
		seed: { type: 'string', default: '1' },
		only: { type: 'string' },
		record: { type: 'boolean', default: false },
	},
})
const seed = Number(values.seed)
const start = Date.parse('2026-11-23T00:00:00Z')
const span = { start, hours: Number(values.hours) }
/** A shuffled hour costs several times the requests of another one, so there are fewer of them. */
const shuffledSpan = { start, hours: Math.min(Number(values['shuffled-hours']), span.hours) }
const township = fleet()
const variants = {
	inOrder: { name: 'In order, as live', span, deliver: inOrder, clockWatches: true },
	shuffled: {
		name: 'Each hour held back, shuffled, one message in five twice',
		span: shuffledSpan,
		deliver: shuffledWithDuplicates,
		clockWatches: false,
	},
	packs: { name: 'Hour packs', span, deliver: hourPacks, clockWatches: false },
}

console.log(`${township.devices.length} devices in ${township.courtyards.length} courtyards, 12 readings an hour`)
const floor = floorUs(inOrder(workload(township.devices, span, seed), seed))
const summary: Record<string, unknown> = {}
const results = new Map<string, Result>()
for (const [key, { deliver, ...variant }] of Object.entries(variants)) {
	if (values.only !== undefined && values.only !== key) continue
	const samples = workload(township.devices, variant.span, seed)
	const result = await runVariant({ ...variant, deliveries: deliver(samples, seed) }, township, samples)
	console.log(reportOf(result))
	summary[key] = summaryOf(result)
	results.set(key, result)
}
if (values.record) record()
const bundleKb = await bundleSizes()
console.log(`\nfloor: ${floor.toFixed(1)} µs of CPU a reading to parse and validate the same bytes`)
console.log(
	`bundles: ${Object.entries(bundleKb)
		.map(([name, size]) => `${name} ${size} KB`)
		.join(', ')}`,
)
console.log(JSON.stringify({ ...summary, floorUs: Math.round(floor * 10) / 10, bundleKb }))

/** @throws when what the cost model needs was not measured */
function record(): void {
	const [live, packs] = [results.get('inOrder'), results.get('packs')]
	if (!live || !packs) throw new Error('--record needs the variants inOrder and packs')
	const ofSweep = (value: number): number => Math.round((value / live.deviceHours) * 10_000) / 10_000
	recordMeasured({
		ingest: {
			measuredOn: new Date().toISOString().slice(0, 10),
			command: `npm run bench:ingest -- --hours ${values.hours} --seed ${values.seed} --record`,
			devices: township.devices.length,
			live: unitsOf(live),
			packs: unitsOf(packs),
			sweepOfADeviceHour: {
				wru: ofSweep(live.sweep.writeUnits),
				rru: ofSweep(live.sweep.readUnits),
				requests: ofSweep(live.sweep.requests),
			},
			largestDeviceHourBytes: Math.max(live.largest.bytes, packs.largest.bytes),
		},
	})
}

function unitsOf(result: Result): Record<'wru' | 'rru' | 'requests' | 'cpuMs' | 'messages', number> {
	const { wru = 0, rru = 0, requests = 0, cpuMs = 0 } = summaryOf(result)
	return { wru, rru, requests, cpuMs, messages: Math.round((result.messages / result.measured) * 10_000) / 10_000 }
}

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
