import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'

/** The engine of a program that was killed a moment ago may still be ending. */
const lockPatienceMs = 5000

export type OpenedTables =
	| { readonly database: DatabaseSync }
	| { readonly kind: 'locked' }
	| { readonly kind: 'failed'; readonly reason: string }

/** Opens the file that dynalite's tables are kept in, for this process alone; waits a little for the one before to end. */
export const openTables = async (folder: string): Promise<OpenedTables> => {
	for (let waited = 0; ; waited += 100) {
		let database: DatabaseSync | undefined
		try {
			database = new DatabaseSync(join(folder, 'tables.sqlite'))
			// The lock ends with the process, however that ends.
			database.exec('PRAGMA locking_mode = EXCLUSIVE')
			database.exec('PRAGMA journal_mode = WAL')
			// NORMAL: a killed process loses nothing, a power cut perhaps the last seconds; FULL would take three times as long.
			database.exec('PRAGMA synchronous = NORMAL')
			database.exec('PRAGMA cache_size = -65536')
			database.exec('BEGIN IMMEDIATE')
			database.exec('COMMIT')
			return { database }
		} catch (cause) {
			database?.close()
			const reason = cause instanceof Error ? cause.message : String(cause)
			if (!/locked/.test(reason)) return { kind: 'failed', reason }
			if (waited >= lockPatienceMs) return { kind: 'locked' }
			await setTimeout(100)
		}
	}
}
