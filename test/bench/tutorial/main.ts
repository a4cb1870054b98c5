import { parseArgs } from 'node:util'
import { hourPacks, inOrder, shuffledWithDuplicates } from '../ingest/deliveries.ts'
import { fleet } from '../ingest/fleet.ts'
import { runVariant } from '../ingest/runVariant.ts'
import { workload } from '../ingest/workload.ts'
import { inTurn } from './inTurn.ts'
import { type PeerResult, runPeer } from './runPeer.ts'

/**
 * The pattern of the tutorials on the same work, on the same engine, against the same reference answer: what it costs
 * and what it gets wrong, and its rate beside ours. The last line is one JSON object.
 *
 *   node test/bench/tutorial/main.ts --hours 1 --slices 6 --seed 1
 */
const text = { type: 'string' } as const
const { values } = parseArgs({
	options: {
		hours: { ...text, default: '1' },
		slices: { ...text, default: '9' },
		seed: { ...text, default: '1' },
	},
})
const [hours, slices, seed] = [Number(values.hours), Number(values.slices), Number(values.seed)]
const start = Date.parse('2026-11-23T00:00:00Z')
const span = { start, hours }
const township = fleet()
const samples = workload(township.devices, span, seed)
/** In a run of five requests a reading the process dies some fifteen times an hour of readings. */
const DIE_EVERY = 1201

const orders = {
	inOrder: { deliveries: inOrder(samples, seed), asItHappened: true },
	shuffled: { deliveries: shuffledWithDuplicates(samples, seed), asItHappened: false },
	packs: { deliveries: hourPacks(samples, seed), asItHappened: false },
	killed: { deliveries: inOrder(samples, seed), asItHappened: true, dieEvery: DIE_EVERY },
}
const found: Record<string, PeerResult> = {}
for (const [name, order] of Object.entries(orders)) {
	found[name] = await runPeer({ span, ...order }, township, samples)
	console.log(name, found[name])
}
const ratio: Record<string, number> = {}
for (const name of ['inOrder', 'packs'] as const) {
	const { deliveries, asItHappened } = orders[name]
	const own = await runVariant({ name, span, deliveries, clockWatches: asItHappened }, township, samples)
	ratio[name] = Math.round((own.total.writeUnits / samples.length / (found[name]?.wru ?? Number.NaN)) * 10_000) / 10_000
	console.log(`${name}: ${ratio[name]} of the pattern's write units`)
}
const turns = {
	// What comes in the second that the event source gathers, at the rate that two Lambdas reach here.
	full: await inTurn(township, { start, slices, seed, batch: 300 }),
	small: await inTurn(township, { start, slices, seed, batch: 50 }),
}
console.log(turns)
console.log(JSON.stringify({ ...found, writeUnitsToTutorial: ratio, inTurn: turns }))
