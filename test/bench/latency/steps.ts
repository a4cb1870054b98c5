import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from '../percentile.ts'

const PATIENCE_MS = 60_000

/** When each of some steps was reached after the publish, by what was published; milliseconds. */
export class Steps<Step extends string> {
	readonly #publishedAt = new Map<string, number>()
	readonly #took: Readonly<Record<Step, Map<string, number>>>

	constructor(steps: readonly Step[]) {
		this.#took = Object.fromEntries(steps.map((step) => [step, new Map()])) as Record<Step, Map<string, number>>
	}

	published(name: string): void {
		this.#publishedAt.set(name, performance.now())
	}

	/** The first time counts: an alert may come twice. What was not published is nobody's. */
	reached(step: Step, name: string): void {
		const from = this.#publishedAt.get(name)
		if (from !== undefined && !this.#took[step].has(name)) this.#took[step].set(name, performance.now() - from)
	}

	/** What was published and has not reached the step. */
	waitingFor(step: Step): string[] {
		return [...this.#publishedAt.keys()].filter((name) => !this.#took[step].has(name))
	}

	/** Resolves when everything has reached the step. @throws after a minute */
	async all(step: Step): Promise<void> {
		for (const since = Date.now(); this.waitingFor(step).length > 0; await wait(50)) {
			if (Date.now() - since > PATIENCE_MS)
				throw new Error(`${this.waitingFor(step).length} of ${this.#publishedAt.size} are not ${step} after a minute`)
		}
	}

	/** By step, to a tenth of a millisecond. */
	summary(): Record<Step, { p50: number; p99: number }> {
		const tenths = (value: number): number => Math.round(value * 10) / 10
		const entries = Object.entries<Map<string, number>>(this.#took).map(([step, took]) => {
			const values = [...took.values()]
			return [step, { p50: tenths(percentile(values, 50)), p99: tenths(percentile(values, 99)) }]
		})
		return Object.fromEntries(entries)
	}
}
