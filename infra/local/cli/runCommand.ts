import { StartError } from '../startError.ts'

/** The command was not given what it needs; the message says what, the usage is shown with it. */
export class UsageError extends Error {}

/**
 * Runs a command. What the person can mend is told in words: wrong usage with exit code 2, a StartError with its
 * remedy and exit code 1. Anything else is a fault of ours and keeps its stack.
 */
export const runCommand = async (usage: string, command: (args: string[]) => Promise<void>): Promise<void> => {
	const args = process.argv.slice(2)
	if (args.includes('--help') || args.includes('-h')) {
		console.log(usage)
		return
	}
	try {
		await command(args)
	} catch (cause) {
		if (isUsage(cause)) {
			console.error(`${cause.message}\n\n${usage}`)
			process.exitCode = 2
		} else if (cause instanceof StartError) {
			console.error(`${cause.message}\n${cause.remedy}`)
			process.exitCode = 1
		} else throw cause
	}
}

const isUsage = (cause: unknown): cause is Error =>
	cause instanceof UsageError ||
	(cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS'))
