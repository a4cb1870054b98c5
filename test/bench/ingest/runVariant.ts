import type { RegistryImport } from '../../../shared/contract/registry/registry.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { answer } from '../reference/answer.ts'
import { type Difference, differences, type Facts } from '../reference/facts.ts'
import { Bench } from './bench.ts'
import type { CallCost } from './capacityMeter.ts'
import type { Delivery } from './deliveries.ts'
import type { Sample, Span } from './workload.ts'

export type Variant = {
	name: string
	span: Span
	deliveries: readonly Delivery[]
	/** The sweep runs every minute; else once, at the end: while readings are held back it would find all silent. */
	clockWatches: boolean
}

export type Result = {
	name: string
	hours: number
	deviceHours: number
	/** Readings measured, and received: a duplicate is received twice. */
	measured: number
	received: number
	messages: number
	batches: number
	total: CallCost
	calls: ReadonlyMap<string, CallCost>
	sweep: CallCost
	alerts: number
	cpuMs: number
	seconds: number
	largest: { bytes: number; readings: number; item: string }
	expected: Facts
	differences: Difference[]
}

const HOUR = 3_600_000
const MINUTE = 60_000

/** Runs a variant of the workload on empty tables and compares what came of it with the reference answer. */
export async function runVariant(
	{ name, span, deliveries, clockWatches }: Variant,
	township: RegistryImport,
	samples: readonly Sample[],
): Promise<Result> {
	const { start, hours } = span
	const startedAt = performance.now()
	const end = start + hours * HOUR
	const bench = await Bench.open(township, start - MINUTE)
	try {
		for (const [minute, own] of Map.groupBy(deliveries, ({ clock }) => Math.floor(clock / MINUTE) * MINUTE)) {
			if (clockWatches && minute < end) await bench.sweep(minute)
			await bench.deliver(own)
		}
		await bench.sweep(end)
		const { devices } = township
		const question = { devices, profile: defaultProfile, samples, now: end, asItHappened: clockWatches }
		const expected = answer(question)
		const { bytes, item } = bench.ingestMeter.largest
		return {
			name,
			hours,
			deviceHours: devices.length * hours,
			measured: samples.length,
			received: sum(deliveries.map(({ readings }) => readings)),
			messages: sum(deliveries.map(({ records }) => records.length)),
			batches: deliveries.length,
			total: bench.ingestMeter.total(),
			calls: bench.ingestMeter.calls,
			sweep: bench.sweepMeter.total(),
			alerts: bench.alerts.sent.length,
			cpuMs: bench.cpuMs,
			seconds: (performance.now() - startedAt) / 1000,
			largest: { bytes, readings: item.readings?.SS?.length ?? 0, item: `${item.device?.S} ${item.hour?.S}` },
			expected,
			differences: differences(expected, await bench.told(start, end)),
		}
	} finally {
		await bench.close()
	}
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
