import type { RegistryImport } from '../../../shared/contract/registry/registry.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import type { Delivery } from '../ingest/deliveries.ts'
import type { Sample, Span } from '../ingest/workload.ts'
import { answer } from '../reference/answer.ts'
import { unlike } from '../reference/facts.ts'
import { PeerBench } from './peerBench.ts'

export type PeerRun = {
	span: Span
	deliveries: readonly Delivery[]
	asItHappened: boolean
	dieEvery?: number
}

/** For each reading measured, and facts that are not as the reference answer has them: missing, invented or other. */
export type PeerResult = {
	wru: number
	rru: number
	requests: number
	wrong: Record<'readings' | 'latest' | 'scores' | 'tasks', number>
}

const HOUR = 3_600_000

/** The workload through the tutorial pattern on empty tables. */
export async function runPeer(
	{ span, deliveries, asItHappened, dieEvery }: PeerRun,
	township: RegistryImport,
	samples: readonly Sample[],
): Promise<PeerResult> {
	const bench = await PeerBench.open(township)
	try {
		await bench.deliver(
			deliveries.flatMap(({ records }) => records.map(({ body }) => body)),
			dieEvery,
		)
		const now = span.start + span.hours * HOUR
		const expected = answer({ devices: township.devices, profile: defaultProfile, samples, now, asItHappened })
		const tasks = new Map([...expected.tasks.keys()].map((name) => [name, 'there']))
		const kept = await bench.kept()
		const { writeUnits, readUnits, requests } = bench.meter.total()
		const each = (count: number): number => Math.round((count / samples.length) * 10_000) / 10_000
		return {
			wru: each(writeUnits),
			rru: each(readUnits),
			requests: each(requests),
			wrong: {
				readings: unlike(expected.readings, kept.readings).length,
				latest: unlike(expected.latest, kept.latest).length,
				scores: unlike(expected.scores, kept.scores).length,
				tasks: unlike(tasks, kept.tasks).length,
			},
		}
	} finally {
		await bench.close()
	}
}
