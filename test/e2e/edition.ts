import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { vi } from 'vitest'
import { isAlive } from '../../infra/local/assembly/withLock.ts'
import { RunningEdition } from '../../infra/local/runningEdition.ts'
import { projectRoot, terminalEnvironment } from './commandLine.ts'
import { descendantsOf } from './processes.ts'

export type StartedEdition = {
	readonly dataFolder: string
	readonly running: RunningEdition
	/** What it printed so far. */
	output(): string
	/** Ids of the processes that belong to it, without its own and npm's. */
	children(): number[]
	/** Ctrl-C; resolves with the milliseconds until the program and npm were gone. */
	interrupt(): Promise<number>
	/** `kill -9` of the program alone; resolves when it is gone. */
	kill(): Promise<void>
	/** Ctrl-C if it still runs. */
	end(): Promise<void>
}

const startPatienceMs = 180_000
const endPatienceMs = 15_000

/**
 * `npm start -- <args> --data <folder>` as in a terminal: a process group of its own, which Ctrl-C reaches as a whole.
 * Resolves when it greets. Throws with what it printed if it ends before.
 */
export const startEdition = async (dataFolder: string, ...args: string[]): Promise<StartedEdition> => {
	let said = ''
	const npm = spawn('npm', ['start', '--', '--data', dataFolder, ...args], {
		cwd: projectRoot,
		env: terminalEnvironment(),
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	for (const stream of [npm.stdout, npm.stderr])
		stream.on('data', (chunk) => {
			said += chunk
		})
	const ended = once(npm, 'exit')
	const abandon = (): void => signalGroup(npm, 'SIGKILL')
	process.once('exit', abandon)
	void ended.then(() => process.off('exit', abandon))
	await vi.waitUntil(() => said.includes('runs on this machine') || hasEnded(npm), { timeout: startPatienceMs })
	if (hasEnded(npm)) throw new Error(`npm start ended at once: ${said}`)
	const running = RunningEdition.parse(JSON.parse(await readFile(join(dataFolder, 'running.json'), 'utf8')))

	const gone = async (): Promise<void> => {
		await vi.waitUntil(() => !isAlive(running.pid) && hasEnded(npm), { timeout: endPatienceMs, interval: 20 })
	}
	const interrupt = async (): Promise<number> => {
		const began = performance.now()
		signalGroup(npm, 'SIGINT')
		await gone()
		return performance.now() - began
	}
	return {
		dataFolder,
		running,
		output: () => said,
		children: () => descendantsOf(running.pid),
		interrupt,
		kill: async () => {
			process.kill(running.pid, 'SIGKILL')
			await gone()
		},
		end: async () => {
			if (!hasEnded(npm)) await interrupt()
		},
	}
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

const signalGroup = ({ pid }: ChildProcess, signal: NodeJS.Signals): void => {
	if (pid !== undefined) process.kill(-pid, signal)
}

/** The options that make a second start listen where the first one did. */
export const samePorts = ({ apiUrl, mqttPort, endpoints }: RunningEdition): string[] => [
	...['--port', new URL(apiUrl).port, '--mqtt-port', String(mqttPort)],
	...['--dynamodb-port', new URL(endpoints.dynamodb).port, '--sqs-port', new URL(endpoints.sqs).port],
	...['--iot-data-port', new URL(endpoints.iotData).port, '--s3-port', new URL(endpoints.s3).port],
]

/** Any free ports, no township. */
export const emptyOnFreePorts = ['--empty', '--port', '0', '--mqtt-port', '0'] as const
