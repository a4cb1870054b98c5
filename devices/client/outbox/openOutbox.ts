import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Something that is to be sent once, kept on the disk until it is known to have arrived. */
export type Entry = {
	/** Grows with the order of writing, also over restarts. */
	id: number
	/** Entries of a lane keep their order; what a lane is for, its owner knows. */
	lane: string
	payload: Uint8Array
	/** When it was written, milliseconds since 1970. */
	writtenAt: number
}

export type Change = { put?: readonly Pick<Entry, 'lane' | 'payload'>[]; remove?: readonly number[] }

/** There is no room for more: what is new must be refused, and what was taken stays. */
export class OutboxFull extends Error {}

export type Outbox = {
	/** Entries, of all lanes. */
	readonly count: number
	/** Bytes of their payloads. */
	readonly bytes: number
	/**
	 * Makes a change as a whole: on return it is on the disk, past a power cut too; a program that dies before has
	 * changed nothing.
	 * @returns the ids of what was put
	 * @throws OutboxFull when more would be kept than it may hold; other faults are the disk's
	 */
	write(change: Change): number[]
	/** The first entries of a lane after the given id, in the order of writing. */
	oldest(lane: string, limit: number, after?: number): Entry[]
	close(): void
}

const version = 1
const schema = `
CREATE TABLE entry (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	lane TEXT NOT NULL,
	payload BLOB NOT NULL,
	written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_lane ON entry (lane, id);
PRAGMA user_version = ${version};
`

/**
 * Opens or creates the file of an outbox. One process at a time.
 * @param maxBytes how many bytes of payloads it may keep
 * @throws Error that says in words why the file cannot be used
 */
export function openOutbox(
	file: string,
	{ maxBytes, now = Date.now }: { maxBytes: number; now?: () => number },
): Outbox {
	const database = open(file)
	const insert = database.prepare('INSERT INTO entry (lane, payload, written_at) VALUES (?, ?, ?)')
	const drop = database.prepare('DELETE FROM entry WHERE id = ? RETURNING length(payload) AS size')
	const select = database.prepare(
		'SELECT id, lane, payload, written_at FROM entry WHERE lane = ? AND id > ? ORDER BY id LIMIT ?',
	)
	const totals = database
		.prepare('SELECT count(*) AS count, coalesce(sum(length(payload)), 0) AS bytes FROM entry')
		.get()
	let [count, bytes] = [Number(totals?.count), Number(totals?.bytes)]

	return {
		get count() {
			return count
		},
		get bytes() {
			return bytes
		},
		write: ({ put = [], remove = [] }) => {
			let [countAfter, bytesAfter] = [count, bytes]
			const ids: number[] = []
			database.exec('BEGIN IMMEDIATE')
			try {
				for (const id of remove) {
					const dropped = drop.get(id)
					if (dropped === undefined) continue
					countAfter -= 1
					bytesAfter -= Number(dropped.size)
				}
				for (const { lane, payload } of put) {
					ids.push(Number(insert.run(lane, payload, now()).lastInsertRowid))
					countAfter += 1
					bytesAfter += payload.length
				}
				if (put.length > 0 && bytesAfter > maxBytes && bytesAfter > bytes) {
					throw new OutboxFull(`${file} may keep ${maxBytes} bytes, and ${bytes} are kept`)
				}
				database.exec('COMMIT')
			} catch (cause) {
				// After some faults (disk full) SQLite has rolled back by itself.
				if (database.isTransaction) database.exec('ROLLBACK')
				throw cause
			}
			count = countAfter
			bytes = bytesAfter
			return ids
		},
		oldest: (lane, limit, after = 0) =>
			select.all(lane, after, limit).map((row) => ({
				id: Number(row.id),
				lane: String(row.lane),
				payload: row.payload as Uint8Array,
				writtenAt: Number(row.written_at),
			})),
		close: () => database.close(),
	}
}

function open(file: string): DatabaseSync {
	let database: DatabaseSync | undefined
	try {
		mkdirSync(dirname(file), { recursive: true })
		database = new DatabaseSync(file, { timeout: 2000 })
		database.exec('PRAGMA locking_mode = EXCLUSIVE')
		database.exec('PRAGMA journal_mode = WAL')
		// FULL: a commit returns after the fsync of the log.
		database.exec('PRAGMA synchronous = FULL')
		database.exec('BEGIN IMMEDIATE')
		const found = database.prepare('PRAGMA user_version').get()?.user_version
		if (found === 0) database.exec(schema)
		database.exec('COMMIT')
		if (found !== 0 && found !== version)
			throw new Error(`it was written by another version (${found}) of this program`)
		return database
	} catch (cause) {
		database?.close()
		const reason = cause instanceof Error ? cause.message : String(cause)
		const why = /locked/.test(reason) ? 'another process uses it' : reason
		throw new Error(`The outbox ${file} cannot be opened: ${why}`, { cause })
	}
}
