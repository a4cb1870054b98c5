import type { RegistryImport } from '../../../shared/contract/registry/registry.ts'
import { Bench } from '../ingest/bench.ts'
import { type Delivery, inOrder } from '../ingest/deliveries.ts'
import { floorUs } from '../ingest/floor.ts'
import { workload } from '../ingest/workload.ts'
import { median } from '../median.ts'
import { FloorBench } from './floorBench.ts'
import { PeerBench } from './peerBench.ts'

const MINUTE = 60_000
const AT_ONCE = 32
const WARM_UP = 3

export type Turns = {
	start: number
	/** Of ten minutes of measuring; the first three warm up: a Lambda that is sent readings all day has its code compiled. */
	slices: number
	seed: number
	/** Messages that one of our Lambdas gets at once. */
	batch: number
}

/**
 * A backlog, worked off in slices by ours, by the tutorial pattern and by bare updates in turn, so that whatever else
 * the machine does meets all of them alike. Ratios: medians over the slices.
 */
export async function inTurn(township: RegistryImport, { start, slices, seed, batch }: Turns) {
	const messages = inOrder(workload(township.devices, { start, hours: slices / 6 }, seed), seed)
	const own = await Bench.open(township, start - MINUTE)
	const peer = await PeerBench.open(township)
	const floor = await FloorBench.open()
	const ratios = {
		rate: [] as number[],
		rateToBare: [] as number[],
		cpuToFloor: [] as number[],
		cpuToPeer: [] as number[],
		requests: [] as number[],
	}
	try {
		for (const [i, slice] of slicesOf(messages, batch).entries()) {
			const readings = slice.reduce((sum, one) => sum + one.readings, 0)
			const before = { cpuMs: own.cpuMs, requests: own.ingestMeter.total().requests }
			const ownMs = await timed(() => own.deliver(slice))
			const ownCpu = own.cpuMs - before.cpuMs
			const requests = own.ingestMeter.total().requests - before.requests
			const peerBefore = peer.cpuMs
			const peerMs = await timed(() => peer.deliver(slice.flatMap(({ records }) => records.map(({ body }) => body))))
			const floorBefore = floor.cpuMs
			const floorMs = await timed(() => floor.update(readings, AT_ONCE))
			const callCpu = (floor.cpuMs - floorBefore) / readings
			if (i < WARM_UP) continue
			ratios.requests.push(requests / readings)
			ratios.rate.push(peerMs / ownMs)
			ratios.rateToBare.push(floorMs / ownMs)
			ratios.cpuToPeer.push(ownCpu / (peer.cpuMs - peerBefore))
			ratios.cpuToFloor.push(ownCpu / ((floorUs(slice) * readings) / 1000 + callCpu * requests))
		}
	} finally {
		await own.close()
		await peer.close()
		await floor.close()
	}
	return Object.fromEntries(
		Object.entries(ratios).map(([name, values]) => [name, Math.round(median(values) * 100) / 100]),
	)
}

/** Ten minutes each, in batches as a backlog gives them. */
function slicesOf(deliveries: readonly Delivery[], size: number): Delivery[][] {
	return [...Map.groupBy(deliveries, ({ clock }) => Math.floor(clock / (10 * MINUTE))).values()].map((own) => {
		const records = own.flatMap((delivery) => delivery.records)
		const clock = Math.max(...own.map((delivery) => delivery.clock))
		return Array.from({ length: Math.ceil(records.length / size) }, (_, n) => {
			const batch = records.slice(n * size, (n + 1) * size)
			return { clock, records: batch, readings: batch.length }
		})
	})
}

async function timed(work: () => Promise<void>): Promise<number> {
	const startedAt = performance.now()
	await work()
	return performance.now() - startedAt
}
