import { describeError } from '../../program/describeError.ts'
import { endOfWork } from '../../program/endOfWork.ts'
import { madeFleet, madeRegistry } from '../madeTownship.ts'
import { messagesOf } from '../messages.ts'
import { checkAgainst } from '../scenario/effects.ts'
import { type FleetOptions, readFleetOptions } from './options.ts'
import { runFleet } from './runFleet.ts'

/**
 * The fleet simulator as a program of its own; it knows the edition only by what any fleet knows: the broker and the devices'
 * certificates. `npm run simulate` registers the devices and starts it.
 *
 *   node devices/simulator/fleet/main.ts registry <options>
 *     prints `{"start", "registry"}`: when the scenario begins, and the fleet (`RegistryImport`)
 *   node devices/simulator/fleet/main.ts messages <options>
 *     prints every message as a line of JSON, device by device, and needs no edition
 *   node devices/simulator/fleet/main.ts run <options> --running <file> --certificates <folder>
 *     lives through the scenario; progress on standard error, a summary as one line of JSON on standard output
 *
 * Options: --devices <count> --scenario <file or name> --seed <number> --speed <number>|max --start <date and time>. Ends with
 * code 1 and the cause on standard error when something fails.
 */
const [command, ...args] = process.argv.slice(2)

const print = (value: unknown): boolean => process.stdout.write(`${JSON.stringify(value)}\n`)

const fleetOf = ({ devices, seed, scenario }: FleetOptions) => {
	const fleet = madeFleet(devices, seed)
	checkAgainst(scenario, fleet)
	return fleet
}

const commands: Record<string, (options: FleetOptions) => Promise<void>> = {
	registry: async (options) => {
		const { start } = options
		print({ start: new Date(start).toISOString(), registry: madeRegistry(fleetOf(options), start) })
	},
	messages: async (options) => {
		// `| head` has enough.
		process.stdout.once('error', () => process.exit())
		for (const simulated of fleetOf(options))
			for (const message of messagesOf(simulated, options.scenario, options.start, options.seed)) {
				// Standard output may be slower than the fleet.
				if (!print(message)) await new Promise((resolve) => process.stdout.once('drain', resolve))
			}
	},
	run: async (options) => {
		print(await runFleet(options, endOfWork()))
	},
}

try {
	const run = command !== undefined && Object.hasOwn(commands, command) ? commands[command] : undefined
	if (run === undefined) throw new Error(`say ${Object.keys(commands).join(', ')}`)
	await run(await readFleetOptions(args, Date.now()))
	process.exitCode = 0
} catch (error) {
	process.stderr.write(`simulate: ${describeError(error)}\n`)
	process.exitCode = 1
} finally {
	// What whoever started it holds, a pipe or a channel, would keep the process.
	process.stdin.destroy()
	if (process.connected) process.disconnect()
}
