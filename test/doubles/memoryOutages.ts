import type { Outages } from '../../shared/ports/outages.ts'

/** The outages that go on, in memory. */
export class MemoryOutages implements Outages {
	readonly #open = new Map<string, string>()

	async open(group: string): Promise<string | undefined> {
		return this.#open.get(group)
	}

	async begin(group: string, task: string): Promise<string> {
		const open = this.#open.get(group) ?? task
		this.#open.set(group, open)
		return open
	}

	async end(group: string, task: string): Promise<void> {
		if (this.#open.get(group) === task) this.#open.delete(group)
	}
}
