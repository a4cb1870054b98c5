import type { PhotoStore } from '../../../shared/ports/photoStore.ts'
import type { RegistryReader } from '../../../shared/ports/registry.ts'
import type { TaskList, TaskStore } from '../../../shared/ports/taskStore.ts'
import type { Contacts, Tally, Voices } from '../../../shared/ports/wall.ts'

/** What the wall works with. */
export type WallPorts = {
	registry: RegistryReader
	tasks: TaskStore & Pick<TaskList, 'ofCourtyard'>
	contacts: Contacts
	tally: Tally
	voices: Voices
	photos: PhotoStore
	/** The same name for the same text; nobody without the deployment's key finds one from the other. */
	pseudonym: (text: string) => string
	now: () => number
}

/** Whoever calls without an account: where from, as the gateway saw it. */
export type Passerby = { address: string }
