import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { childFlags } from '../../../infra/local/childFlags.ts'
import { type RunningEdition, runningEdition } from '../../../infra/local/runningEdition.ts'

const launcher = fileURLToPath(new URL('../../../infra/local/launch.mjs', import.meta.url))
const PATIENCE_MS = 120_000

/** The local edition as a process of its own, to be killed and started again on the same data and ports. */
export class EditionProcess {
	readonly dataFolder: string
	#ports: readonly string[] = ['--port', '0', '--mqtt-port', '0']
	#child: ChildProcess | undefined

	constructor(dataFolder: string) {
		this.dataFolder = dataFolder
	}

	/** Resolves when the edition can be used. @throws when it ends before, or takes more than two minutes */
	async start(): Promise<RunningEdition> {
		const said = createWriteStream(join(this.dataFolder, 'edition.log'), { flags: 'a' })
		const child = spawn(
			process.execPath,
			[...childFlags, launcher, 'main.ts', '--data', this.dataFolder, '--empty', ...this.#ports],
			{ stdio: ['ignore', 'pipe', 'pipe'] },
		)
		child.stdout.pipe(said)
		child.stderr.pipe(said)
		this.#child = child
		for (const since = Date.now(); Date.now() - since < PATIENCE_MS; await wait(100)) {
			if (hasEnded(child)) throw new Error(`the edition ended at once; see ${this.dataFolder}/edition.log`)
			const running = await runningEdition(this.dataFolder)
			if (running === undefined || running.pid !== child.pid) continue
			this.#ports = portsOf(running)
			return running
		}
		throw new Error(`the edition does not get ready; see ${this.dataFolder}/edition.log`)
	}

	/** `kill -9` of the program alone; its Lambdas and its database notice by themselves. */
	kill(): Promise<void> {
		return this.#end('SIGKILL')
	}

	/** Ctrl-C. */
	stop(): Promise<void> {
		return this.#end('SIGINT')
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		const child = this.#child
		if (!child || hasEnded(child)) return
		const exit = once(child, 'exit')
		child.kill(signal)
		await exit
	}
}

/** The options that make the next start listen where this one does. */
const portsOf = ({ apiUrl, mqttPort, endpoints }: RunningEdition): string[] => [
	...['--port', new URL(apiUrl).port, '--mqtt-port', String(mqttPort)],
	...['--dynamodb-port', new URL(endpoints.dynamodb).port, '--sqs-port', new URL(endpoints.sqs).port],
	...['--iot-data-port', new URL(endpoints.iotData).port, '--s3-port', new URL(endpoints.s3).port],
]

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null
