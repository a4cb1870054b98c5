import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { childFlags, compileCache } from '../childFlags.ts'
import { StartError } from '../startError.ts'
import { type EngineMessage, engineMessage } from './engineMessage.ts'

const program = fileURLToPath(import.meta.resolve('./engineProcess.ts'))
const restartPauseMs = 500
const closePatienceMs = 5000

export type Engine = {
	readonly endpoint: string
	/** Of the engine's process, undefined when it runs elsewhere. */
	pid(): number | undefined
	close(): Promise<void>
}

type Attempt = { readonly child: ChildProcess; readonly outcome: EngineMessage }

const attempt = async (folder: string, port: number, log: (line: string) => void): Promise<Attempt> => {
	const child = spawn(process.execPath, [...childFlags, program, folder, String(port)], {
		env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: compileCache },
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	})
	for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', log)
	const outcome = await new Promise<EngineMessage>((resolve) => {
		child.once('message', (message) => resolve(engineMessage.parse(message)))
		child.once('exit', (code, signal) => resolve({ kind: 'failed', reason: `its process ended (${signal ?? code})` }))
		child.once('error', (error) => resolve({ kind: 'failed', reason: error.message }))
	})
	if (outcome.kind !== 'listening') child.kill('SIGKILL')
	return { child, outcome }
}

const startError = (folder: string, outcome: Exclude<EngineMessage, { kind: 'listening' }>): StartError =>
	outcome.kind === 'locked'
		? new StartError({
				message: `The database folder ${folder} is in use by another process`,
				remedy: 'Stop the other one, or start this one with another data folder (--data).',
			})
		: new StartError({
				message: `The database in ${folder} cannot start: ${outcome.reason}`,
				remedy: 'Check that the data folder can be written and has space, or choose another one (--data).',
			})

/**
 * Starts dynalite on `folder` in a process of its own. If that ends unexpectedly it is started again on the same port,
 * which the functions have in their environment; requests meanwhile fail and are retried by the SDK and the queue.
 * Throws a StartError when the folder is unusable or in use, or the port is taken.
 */
export const startEngine = async (folder: string, port: number, log: (line: string) => void): Promise<Engine> => {
	try {
		mkdirSync(folder, { recursive: true })
	} catch (error) {
		throw startError(folder, { kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
	}
	let closed = false
	let pause: NodeJS.Timeout | undefined
	const first = await attempt(folder, port, log)
	if (first.outcome.kind !== 'listening') throw startError(folder, first.outcome)
	const fixedPort = first.outcome.port
	let current = first.child

	const again = async (): Promise<void> => {
		const { child, outcome } = await attempt(folder, fixedPort, log)
		if (closed) child.kill('SIGKILL')
		else if (outcome.kind === 'listening') watch(child)
		else restart(startError(folder, outcome).message)
	}
	const restart = (reason: string): void => {
		if (closed) return
		log(`${reason}; starting it again`)
		pause = setTimeout(again, restartPauseMs)
	}
	const watch = (child: ChildProcess): void => {
		current = child
		child.once('exit', (code, signal) => restart(`The database process ended (${signal ?? `exit status ${code}`})`))
	}
	watch(current)

	return {
		endpoint: `http://127.0.0.1:${fixedPort}`,
		pid: () => current.pid,
		close: async () => {
			closed = true
			clearTimeout(pause)
			if (current.exitCode !== null || current.signalCode !== null) return
			const exited = once(current, 'exit')
			if (current.connected) current.send('close', () => {})
			const late = setTimeout(() => current.kill('SIGKILL'), closePatienceMs)
			await exited
			clearTimeout(late)
		},
	}
}
