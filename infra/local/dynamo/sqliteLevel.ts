import type { DatabaseSync } from 'node:sqlite'
import {
	type AbstractBatchOperation,
	type AbstractDatabaseOptions,
	AbstractIterator,
	type AbstractIteratorOptions,
	AbstractLevel,
} from 'abstract-level'
import * as z from '../../../shared/contract/zod.ts'
import { createGroupCommit, type GroupCommit } from '../sqlite/groupCommit.ts'
import { type Entry, type EntryTable, entryTable, type Range } from './entryTable.ts'

type Operation = AbstractBatchOperation<SqliteLevel, string, string>

const rangeOptions = z.object({
	gt: z.optional(z.string()),
	gte: z.optional(z.string()),
	lt: z.optional(z.string()),
	lte: z.optional(z.string()),
	reverse: z._default(z.boolean(), false),
	limit: z._default(z.number(), -1),
})

/**
 * The store that dynalite keeps its tables in: an abstract-level database on one SQLite table, in place of its own
 * LevelDB, which can bring back an older value of a key when it compacts (ADR 5). Writes that arrive in one turn of the
 * event loop share a commit; a write resolves once it is committed.
 */
export class SqliteLevel extends AbstractLevel<string, string, string> {
	readonly #entries: EntryTable
	readonly #commits: GroupCommit

	constructor(database: DatabaseSync, options: AbstractDatabaseOptions<string, string> = {}) {
		super({ encodings: { utf8: true }, permanence: true }, options)
		this.#entries = entryTable(database)
		this.#commits = createGroupCommit(database)
	}

	// What abstract-level asks of a store; each takes and gives what its encodings made text of.

	async _get(key: string): Promise<string | undefined> {
		return this.#entries.get(key)
	}

	async _put(key: string, value: string): Promise<void> {
		await this.#commits.run(() => this.#entries.put(key, value))
	}

	async _del(key: string): Promise<void> {
		await this.#commits.run(() => this.#entries.remove(key))
	}

	async _batch(operations: Operation[]): Promise<void> {
		await this.#commits.run(() => {
			for (const operation of operations) {
				if (operation.type === 'put') this.#entries.put(operation.key, operation.value)
				else this.#entries.remove(operation.key)
			}
		})
	}

	_iterator(options: AbstractIteratorOptions<string, string>): AbstractIterator<this, string, string> {
		return new SqliteIterator<this>(this, this.#entries, options)
	}

	async _close(): Promise<void> {
		this.#commits.flush()
	}
}

/** The first entries of a range are often all that is asked for. */
const FIRST_GULP = 16
const GULP = 256

/**
 * Reads a range in gulps and looks for the next one from the last key on. It holds nothing open in between, for dynalite
 * leaves iterators that it needs no more of lying about.
 */
class SqliteIterator<Level extends SqliteLevel> extends AbstractIterator<Level, string, string> {
	readonly #entries: EntryTable
	#range: Range
	#left: number
	#gulp = FIRST_GULP
	#read: Entry[] = []
	#isOver = false

	constructor(level: Level, entries: EntryTable, options: AbstractIteratorOptions<string, string>) {
		super(level, options)
		const { reverse, limit, ...bounds } = rangeOptions.parse(options)
		this.#entries = entries
		this.#range = { ...bounds, reverse }
		this.#left = limit < 0 ? Number.POSITIVE_INFINITY : limit
	}

	async _next(): Promise<[string, string] | undefined> {
		if (this.#left <= 0) return undefined
		if (this.#read.length === 0) this.#fill()
		const entry = this.#read.pop()
		if (!entry) return undefined
		this.#left -= 1
		return [entry.key, entry.value]
	}

	#fill(): void {
		if (this.#isOver) return
		const found = this.#entries.range(this.#range, this.#gulp)
		this.#isOver = found.length < this.#gulp
		this.#gulp = GULP
		const last = found.at(-1)
		if (!last) return
		this.#range = this.#range.reverse
			? { ...this.#range, lt: last.key, lte: undefined }
			: { ...this.#range, gt: last.key, gte: undefined }
		this.#read = found.reverse()
	}
}
