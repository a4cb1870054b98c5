import type { DayScores } from '../../shared/ports/dayScores.ts'
import type { Profiles } from '../../shared/ports/profiles.ts'
import type { QuarantineDesk } from '../../shared/ports/quarantine.ts'
import type { RegistryReader, RegistryWriter } from '../../shared/ports/registry.ts'
import type { Repairs } from '../../shared/ports/repairs.ts'
import type { Shelves } from '../../shared/ports/shelves.ts'
import type { TaskList, TaskStore } from '../../shared/ports/taskStore.ts'
import type { TelemetryQueue } from '../../shared/ports/telemetryQueue.ts'
import type { TelemetryReader } from '../../shared/ports/telemetryReader.ts'
import type { VisitCounts } from '../../shared/ports/visitCounts.ts'

export type ApiPorts = {
	registry: RegistryReader & RegistryWriter
	profiles: Profiles
	shelves: Shelves
	repairs: Repairs
	telemetry: TelemetryReader
	tasks: Pick<TaskStore, 'get'> & TaskList
	scores: Pick<DayScores, 'days'>
	visits: Pick<VisitCounts, 'days'>
	quarantine: QuarantineDesk
	/** Where `ingest` takes messages from. */
	queue: TelemetryQueue
	/** How long readings are kept, milliseconds. */
	retentionMs: number
	now: () => number
}
