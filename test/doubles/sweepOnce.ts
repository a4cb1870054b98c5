import { freshMemory } from '../../functions/sweep/findSilent.ts'
import { type SweepReport, sweep } from '../../functions/sweep/sweep.ts'
import type { Waiting } from '../../shared/ports/backlog.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import type { IngestBench } from './ingestBench.ts'
import { MemoryContacts } from './memoryWall.ts'
import { fixedRegistry } from './township.ts'

/** One sweep over what a bench has ingested; each call is a fresh Lambda unless a memory is passed. */
export const sweepOnce = (
	{ outages, telemetry, tasks, alerts }: IngestBench,
	registry: Registry,
	now: number,
	memory = freshMemory(0),
	waiting: Waiting = { messages: 0 },
): Promise<SweepReport> =>
	sweep(
		{
			outages,
			contacts: new MemoryContacts(),
			backlog: { waiting: async () => waiting },
			registry: fixedRegistry(registry),
			telemetry,
			tasks,
			alerts,
			due: tasks,
			list: tasks,
		},
		memory,
		now,
	)
