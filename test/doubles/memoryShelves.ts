import type { Shelf } from '../../shared/contract/registry/registry.ts'
import type { Shelves } from '../../shared/ports/shelves.ts'

/** The shelves in memory. */
export class MemoryShelves implements Shelves {
	readonly shelves = new Map<string, Shelf>()

	async put(shelf: Shelf): Promise<void> {
		this.shelves.set(shelf.id, shelf)
	}

	async get(id: string): Promise<Shelf | undefined> {
		return this.shelves.get(id)
	}

	async of(device: string, endingAfter: number): Promise<Shelf[]> {
		return [...this.shelves.values()]
			.filter((shelf) => shelf.device === device && shelf.id > endingAfter.toString(36))
			.sort((a, b) => (a.id > b.id ? -1 : 1))
	}

	async end(id: string, at: number, by: string): Promise<void> {
		const shelf = this.shelves.get(id)
		if (shelf && at < shelf.until) this.shelves.set(id, { ...shelf, until: at, endedBy: by })
	}
}
