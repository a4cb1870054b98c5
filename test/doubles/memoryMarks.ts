import type { LateMark, LateMarks } from '../../shared/ports/dayScores.ts'
import type { DraftMark, DraftMarks } from '../../shared/ports/drafts.ts'

/** Marks in memory: each time one is added it gets another number. Every call yields first. */
class Marks {
	readonly #marks = new Map<string, number>()
	readonly #beforeCall: (name: string) => Promise<void>
	readonly #name: string
	#last = 0

	constructor(name: string, beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.#name = name
		this.#beforeCall = beforeCall
	}

	async add(key: string): Promise<void> {
		await this.#beforeCall(`${this.#name}.add`)
		this.#last += 1
		this.#marks.set(key, this.#last)
	}

	async list(limit: number): Promise<{ key: string; seen: number }[]> {
		await this.#beforeCall(`${this.#name}.list`)
		const sorted = [...this.#marks].sort(([a], [b]) => (a < b ? -1 : 1))
		return sorted.slice(0, limit).map(([key, seen]) => ({ key, seen }))
	}

	async clear(key: string, seen: number): Promise<void> {
		await this.#beforeCall(`${this.#name}.clear`)
		if (this.#marks.get(key) === seen) this.#marks.delete(key)
	}

	keys(): string[] {
		return [...this.#marks.keys()].sort()
	}
}

export class MemoryLateMarks implements LateMarks {
	readonly #marks: Marks

	constructor(beforeCall?: (name: string) => Promise<void>) {
		this.#marks = new Marks('late', beforeCall)
	}

	add(device: string, day: string): Promise<void> {
		return this.#marks.add(`${day}#${device}`)
	}

	async list(limit: number): Promise<LateMark[]> {
		return (await this.#marks.list(limit)).map(({ key, seen }) => {
			const [day = '', device = ''] = key.split('#')
			return { day, device, seen }
		})
	}

	clear({ device, day, seen }: LateMark): Promise<void> {
		return this.#marks.clear(`${day}#${device}`, seen)
	}

	/** All there are: `<day>#<device>`. */
	keys(): string[] {
		return this.#marks.keys()
	}
}

export class MemoryDraftMarks implements DraftMarks {
	readonly #marks: Marks

	constructor(beforeCall?: (name: string) => Promise<void>) {
		this.#marks = new Marks('draft', beforeCall)
	}

	add(month: string): Promise<void> {
		return this.#marks.add(month)
	}

	async list(): Promise<DraftMark[]> {
		return (await this.#marks.list(1000)).map(({ key: month, seen }) => ({ month, seen }))
	}

	clear({ month, seen }: DraftMark): Promise<void> {
		return this.#marks.clear(month, seen)
	}

	keys(): string[] {
		return this.#marks.keys()
	}
}
