import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { localCredentials } from '../../../infra/local/lambda/localCredentials.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import * as z from '../../../shared/contract/zod.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { flowOn, flowRules } from './flow.ts'

const home = fileURLToPath(new URL('.', import.meta.url))
const PATIENCE_MS = 60_000

export type NodeRedOptions = {
	/** Its user folder. */
	readonly folder: string
	readonly port: number
	readonly mqttPort: number
	readonly dynamodb: string
	readonly table: string
	readonly devices: readonly Device[]
}

/** Sound readings taken and stored since it was started, and open alarms as `device rule`. */
const State = z.object({
	taken: z.int().check(z.minimum(0)),
	stored: z.int().check(z.minimum(0)),
	open: z.array(z.string()),
})
export type FlowState = z.infer<typeof State>

/** Node-RED without its editor, on a flow that stores with the SDK we use ourselves. */
export class NodeRed {
	readonly #options: NodeRedOptions
	#child: ChildProcess | undefined

	private constructor(options: NodeRedOptions) {
		this.#options = options
	}

	/** Installed where it is not yet, in a folder of its own. */
	static async open(options: NodeRedOptions): Promise<NodeRed> {
		if (!existsSync(join(home, 'node_modules/node-red'))) {
			execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home, stdio: 'inherit' })
		}
		await writeFile(join(options.folder, 'flows.json'), JSON.stringify(flowOn(options.mqttPort)))
		await writeFile(join(options.folder, 'settings.cjs'), settingsText(options))
		return new NodeRed(options)
	}

	/** Resolves when its flow runs. @throws when it does not within a minute */
	async start(): Promise<void> {
		const { folder } = this.#options
		const red = join(home, 'node_modules/node-red/red.js')
		const args = ['--userDir', folder, '--settings', join(folder, 'settings.cjs')]
		this.#child = spawn(process.execPath, [red, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
		for (const since = Date.now(); Date.now() - since < PATIENCE_MS; await wait(200)) {
			if ((await this.state()) !== undefined) return
		}
		throw new Error('Node-RED does not get ready')
	}

	/** What its page says; undefined while it does not answer. */
	async state(): Promise<FlowState | undefined> {
		const address = `http://127.0.0.1:${this.#options.port}/state`
		const response = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
		return response?.ok ? State.parse(await response.json()) : undefined
	}

	get pid(): number | undefined {
		return this.#child?.pid
	}

	async end(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
		const child = this.#child
		if (!child || child.exitCode !== null || child.signalCode !== null) return
		const exit = once(child, 'exit')
		child.kill(signal)
		await exit
	}
}

/** Node-RED reads its settings as a program; what flows may use of it stands in `functionGlobalContext`. */
function settingsText({ port, dynamodb, table, devices }: NodeRedOptions): string {
	const { resolve } = createRequire(import.meta.url)
	const sdk = JSON.stringify(resolve('@aws-sdk/client-dynamodb'))
	const util = JSON.stringify(resolve('@aws-sdk/util-dynamodb'))
	const client = { endpoint: dynamodb, region: 'us-east-1', credentials: localCredentials }
	return `const { DynamoDBClient, PutItemCommand } = require(${sdk})
const { marshall } = require(${util})
const client = new DynamoDBClient(${JSON.stringify(client)})
module.exports = {
	uiHost: '127.0.0.1', uiPort: ${port}, httpAdminRoot: false, flowFile: 'flows.json',
	contextStorage: { default: { module: 'memory' }, file: { module: 'localfilesystem' } },
	credentialSecret: false, logging: { console: { level: 'error' } },
	functionGlobalContext: {
		dynamo: { client, PutItemCommand, marshall, table: ${JSON.stringify(table)} },
		...${JSON.stringify(flowRules(defaultProfile, devices))},
	},
}
`
}
