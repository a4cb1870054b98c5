import { parseArgs } from 'node:util'
import { describeError } from '../program/describeError.ts'

/** A gateway's command line, `--config <file>`: runs it, or says how it is called or what is wrong. Exit code 2: wrong usage; 1: it failed. */
export const runWithConfig = async (usage: string, run: (file: string) => Promise<void>): Promise<void> => {
	try {
		const { values } = parseArgs({ options: { config: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
		if (values.help) console.log(usage)
		else if (values.config === undefined) {
			console.error(`--config?\n\n${usage}`)
			process.exitCode = 2
		} else await run(values.config)
	} catch (error) {
		const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
		console.error(isUsage ? `${error.message}\n\n${usage}` : describeError(error))
		process.exit(isUsage ? 2 : 1)
	}
}
