/**
 * The process in which dynalite runs: `engineProcess.ts <folder> <port>`. A process of its own, because at the 3,000
 * UpdateItem a second that it manages it uses two thirds of a core, which the broker's event loop would miss, and
 * because it throws on an inner fault, which would end the whole program.
 */
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import dynalite from 'dynalite'
import type { EngineMessage } from './engineMessage.ts'

const [, , folder = '', port = '0'] = process.argv
/** The engine of a program that was killed a moment ago may still be ending. */
const lockPatienceMs = 5000

// The program is gone, even if it was killed: leave at once, so that the next start finds the folder unlocked.
// LevelDB needs no closing; its log holds what was acknowledged.
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches every process of the terminal; the program closes the engine last.
process.on('SIGINT', () => {})

const tell = (message: EngineMessage): void => {
	process.send?.(message)
}

/** The LevelDB that dynalite itself uses. */
const { Level } = createRequire(createRequire(import.meta.url).resolve('dynalite'))('level') as typeof import('level')

/** dynalite opens its folder unseen and fails with the first request: so try the folder before. */
const tryFolder = async (): Promise<EngineMessage | undefined> => {
	for (let waited = 0; ; waited += 100) {
		const level = new Level(folder)
		try {
			await level.open()
			await level.close()
			return undefined
		} catch (error) {
			const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
			const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
			if (code !== 'LEVEL_LOCKED')
				return { kind: 'failed', reason: cause instanceof Error ? cause.message : String(cause) }
			if (waited >= lockPatienceMs) return { kind: 'locked' }
			await setTimeout(100)
		}
	}
}

const serve = async (): Promise<EngineMessage> => {
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

const problem = await tryFolder()
try {
	tell(problem ?? (await serve()))
} catch (error) {
	tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
}
