import { describeError } from '../program/describeError.ts'
import { endOfWork } from '../program/endOfWork.ts'
import { readRunOptions } from './options.ts'
import { run } from './run.ts'
import { demoRegistry } from './township.ts'

/**
 * The demo township as a program of its own; it knows the edition only by what any fleet knows: the API, the broker
 * and the devices' certificates.
 *
 *   node devices/demo/main.ts registry
 *     prints the township as JSON (`RegistryImport`), so that certificates can be issued for its devices
 *   GREEN_COURTYARD_TOKEN=… node devices/demo/main.ts run --running <file> --devices <folder> --state <file>
 *     [--history-days 40] [--seed 1] [--start 2026-10-14T00:00:00+08:00] [--rule <topic rule>]
 *     registers the township, sends its history, then goes on live
 *
 * `run` ends with code 0 on SIGTERM or SIGINT and when the starting process goes away (IPC channel closed, or end of
 * standard input when that is a pipe); with code 1 and the cause on standard error when something fails.
 */
const [command, ...args] = process.argv.slice(2)

try {
	if (command === 'registry') {
		process.stdout.write(`${JSON.stringify(demoRegistry)}\n`)
	} else if (command === 'run') {
		await run(readRunOptions(args, process.env), endOfWork())
		// A pipe on standard input would keep the process.
		process.exit(0)
	} else {
		throw new Error('usage: main.ts registry | run --running <file> --devices <folder> --state <file>')
	}
} catch (error) {
	process.stderr.write(`demo: ${describeError(error)}\n`)
	process.exit(1)
}
