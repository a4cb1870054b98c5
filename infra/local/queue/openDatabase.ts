import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from '../startError.ts'

const schemaVersion = 1

const schema = `
CREATE TABLE message (
	sequence INTEGER PRIMARY KEY AUTOINCREMENT,
	queue TEXT NOT NULL,
	id TEXT NOT NULL,
	body TEXT NOT NULL,
	attributes TEXT NOT NULL,
	size INTEGER NOT NULL,
	sent_at INTEGER NOT NULL,
	visible_at INTEGER NOT NULL,
	receive_count INTEGER NOT NULL DEFAULT 0,
	first_received_at INTEGER,
	receipt TEXT,
	dead_letter_source TEXT
) STRICT;
CREATE INDEX message_visible ON message (queue, visible_at);
CREATE INDEX message_sent ON message (queue, sent_at);
PRAGMA user_version = ${schemaVersion};
`

const prepare = (database: DatabaseSync, file: string): void => {
	// One process only: a second one would take the messages in flight here for abandoned. The lock ends with the process.
	database.exec('PRAGMA locking_mode = EXCLUSIVE')
	database.exec('PRAGMA journal_mode = WAL')
	// FULL: a commit returns after the fsync of the log, so that a power cut loses no acknowledged message.
	database.exec('PRAGMA synchronous = FULL')
	database.exec('BEGIN IMMEDIATE')
	const version = database.prepare('PRAGMA user_version').get()?.user_version
	if (version === 0) database.exec(schema)
	database.exec('COMMIT')
	if (version !== 0 && version !== schemaVersion)
		throw new StartError({
			message: `The queue file ${file} was written by another version (${version}) of this program`,
			remedy: `Start the version that wrote it, or move the file away to begin with empty queues.`,
		})
}

/** Opens or creates the queue file. Throws a StartError when it is unreadable, in use, or not ours. */
export const openDatabase = (file: string): DatabaseSync => {
	let database: DatabaseSync | undefined
	try {
		mkdirSync(dirname(file), { recursive: true })
		database = new DatabaseSync(file, { timeout: 2000 })
		prepare(database, file)
		return database
	} catch (cause) {
		database?.close()
		if (cause instanceof StartError) throw cause
		const reason = cause instanceof Error ? cause.message : String(cause)
		if (/locked/.test(reason))
			throw new StartError({
				message: `The queue file ${file} is in use by another process`,
				remedy: 'Stop the other one, or start this one with another data folder (--data).',
			})
		throw new StartError({
			message: `The queue file ${file} cannot be opened: ${reason}`,
			remedy: 'Check that the data folder can be written and has space, or choose another one (--data).',
		})
	}
}
