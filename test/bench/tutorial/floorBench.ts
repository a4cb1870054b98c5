import { inParallel } from '../../../shared/work/inParallel.ts'
import { type LocalTables, localTables } from '../../integration/stores/localTables.ts'
import { bareUpdate } from '../bareUpdate.ts'

/** The floor of this machine: an UpdateItem with a condition and nothing around it, as many at once as the others have. */
export class FloorBench {
	calls = 0
	cpuMs = 0
	readonly #tables: LocalTables

	private constructor(tables: LocalTables) {
		this.#tables = tables
	}

	static async open(): Promise<FloorBench> {
		return new FloorBench(await localTables())
	}

	async update(count: number, atOnce: number): Promise<void> {
		const { client, name } = this.#tables
		const before = process.cpuUsage()
		const numbers = Array.from({ length: count }, (_, i) => this.calls + i)
		await inParallel(numbers, atOnce, (n) => bareUpdate(client, name('telemetry'), n))
		const { user, system } = process.cpuUsage(before)
		this.cpuMs += (user + system) / 1000
		this.calls += count
	}

	close(): Promise<void> {
		return this.#tables.close()
	}
}
