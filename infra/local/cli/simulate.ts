import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { RegistryImport } from '../../../shared/contract/registry/registry.ts'
import * as z from '../../../shared/contract/zod.ts'
import { openLocalIssuer } from '../issuer/localIssuer.ts'
import { type RunningEdition, requireRunningEdition } from '../runningEdition.ts'
import { StartError } from '../startError.ts'
import { registerFleet } from './registerFleet.ts'
import { runCommand } from './runCommand.ts'

const usage = `模拟设备：按场景文件产生数据，登记设备、发证书、连接、上报；同一种子、同一开始时间，数据完全相同。
A fleet of simulated devices lives through a scenario: registers them, connects each with its own certificate, reports.

  npm run simulate -- --devices 60 --scenario power-cut

  --devices <count>      1 to 5000 (default: 60)
  --scenario <file>      JSON (docs/devices.md), or the name of one in devices/simulator/scenarios:
                         ordinary, power-cut, network-flapping, wrong-clock, spring-festival, rain-storm
                         (default: ordinary)
  --seed <number>        (default: 1)
  --speed <number>|max   how many times as fast as the clock (default: 60); max: as fast as it is taken
  --start <time>         of the scenario, as 2026-07-01T00:00:00+08:00 (default: it ends now)
  --print                prints the messages, a line of JSON each, and needs no running edition
  --data <folder>        data folder of the edition (default: .local)

Progress goes to standard error, a summary as one line of JSON to standard output.`

/** The fleet is a program that knows the edition only from outside. */
const program = fileURLToPath(new URL('../../../devices/simulator/fleet/main.ts', import.meta.url))

const Fleet = z.object({ start: z.string(), registry: RegistryImport })

const fleetFor = async (args: readonly string[]): Promise<z.infer<typeof Fleet>> => {
	const { stdout } = await promisify(execFile)(process.execPath, [program, 'registry', ...args], {
		maxBuffer: 64 * 1024 * 1024,
	}).catch((cause: { stderr?: string }) => {
		throw new StartError({ message: String(cause.stderr ?? cause).trim(), remedy: '`npm run simulate -- --help`' })
	})
	return Fleet.parse(JSON.parse(stdout))
}

const adminToken = async (dataFolder: string, { issuer }: RunningEdition): Promise<string> => {
	const person = { id: 'simulate-command', name: 'npm run simulate', role: 'admin', courtyards: [] } as const
	return (await openLocalIssuer(dataFolder, issuer)).token(person, Date.now())
}

/** Ctrl-C reaches the program as well; it then says what came of it so far. */
const pass = async (args: readonly string[]): Promise<void> => {
	const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
	const wait = (): void => {}
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.on(signal, signal === 'SIGTERM' ? () => child.kill() : wait)
	const [code] = await once(child, 'exit')
	process.exitCode = typeof code === 'number' ? code : 1
}

await runCommand(usage, async (args) => {
	const text = { type: 'string' } as const
	const { values } = parseArgs({
		args,
		options: {
			...{ devices: text, scenario: text, seed: text, speed: text, start: text },
			print: { type: 'boolean', default: false },
			data: { type: 'string', default: '.local' },
		},
	})
	const { print, data, ...given } = values
	const passed = Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)])
	if (print) return pass(['messages', ...passed])
	const running = await requireRunningEdition(data)
	const { start, registry } = await fleetFor(passed)
	await registerFleet(data, running, await adminToken(data, running), registry)
	const edition = ['--running', join(data, 'running.json'), '--certificates', join(data, 'devices')]
	await pass(['run', ...passed, ...(given.start === undefined ? ['--start', start] : []), ...edition])
})
