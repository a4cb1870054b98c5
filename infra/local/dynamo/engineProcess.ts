/**
 * The process in which dynalite runs: `engineProcess.ts <folder> <port>`. A process of its own, because at the 3,000
 * UpdateItem a second that it manages it uses two thirds of a core, which the broker's event loop would miss, and
 * because it throws on an inner fault, which would end the whole program.
 */
import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { DatabaseSync } from 'node:sqlite'
import type { AbstractDatabaseOptions } from 'abstract-level'
import type { EngineMessage } from './engineMessage.ts'
import { openTables } from './openTables.ts'
import { SqliteLevel } from './sqliteLevel.ts'

const [, , folder = '', port = '0'] = process.argv

// The program is gone, even if it was killed: leave at once, so that the next start finds the folder unlocked.
// The database needs no closing; its log holds what was acknowledged.
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches every process of the terminal; the program closes the engine last.
process.on('SIGINT', () => {})

const tell = (message: EngineMessage): void => {
	process.send?.(message)
}

/** dynalite requires `level` itself and takes no other store: so it finds ours under that name. */
const loadDynalite = async (database: DatabaseSync): Promise<typeof import('dynalite').default> => {
	const require = createRequire(createRequire(import.meta.url).resolve('dynalite'))
	class Level extends SqliteLevel {
		constructor(_folder: string, options: AbstractDatabaseOptions<string, string>) {
			super(database, options)
		}
	}
	const name = require.resolve('level')
	require(name)
	const loaded = require.cache[name]
	if (loaded) loaded.exports = { Level }
	return (await import('dynalite')).default
}

const serve = async (database: DatabaseSync): Promise<EngineMessage> => {
	const dynalite = await loadDynalite(database)
	const server = dynalite({ path: folder, ssl: false, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 })
	// Longer than clients keep a connection idle, so that none is closed while a request is on its way.
	server.keepAliveTimeout = 65_000
	server.listen(Number(port), '127.0.0.1')
	await once(server, 'listening')
	process.on('message', () => {
		server.close(() => process.exit(0))
		server.closeAllConnections()
	})
	const address = server.address()
	return address === null || typeof address === 'string'
		? { kind: 'failed', reason: 'no port' }
		: { kind: 'listening', port: address.port }
}

try {
	const opened = await openTables(folder)
	tell('database' in opened ? await serve(opened.database) : opened)
} catch (error) {
	tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
}
