import type { Quarantine } from '../../shared/ports/quarantine.ts'
import type { RegistryReader, RegistryWriter } from '../../shared/ports/registry.ts'
import type { TaskList, TaskStore } from '../../shared/ports/taskStore.ts'
import type { TelemetryReader } from '../../shared/ports/telemetryReader.ts'

export type ApiPorts = {
	registry: RegistryReader & RegistryWriter
	telemetry: TelemetryReader
	tasks: Pick<TaskStore, 'get'> & TaskList
	quarantine: Pick<Quarantine, 'list'>
	now: () => number
}
