import { parseArgs } from 'node:util'
import { UsageError } from '../local/cli/runCommand.ts'

/** What the commands of this room take. */
export const placeUsage = `  --registry <table> --scores <table>  on AWS, by the standard environment (AWS_PROFILE, AWS_REGION …);
                                       the stack's outputs RegistryTable and ScoresTable have the names
  --data <folder>                      data folder of the local edition that runs (default: .local)`

export type DataOptions = {
	readonly data: string
	readonly registry?: string | undefined
	readonly scores?: string | undefined
	readonly file?: string | undefined
	readonly check: boolean
}

/** @param wantsFile the command takes the name of one file */
export function readOptions(args: string[], wantsFile: boolean): DataOptions {
	const text = { type: 'string' } as const
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			registry: text,
			scores: text,
			data: { ...text, default: '.local' },
			check: { type: 'boolean', default: false },
		},
	})
	if ((values.registry === undefined) !== (values.scores === undefined))
		throw new UsageError('--registry and --scores go together.')
	if (positionals.length !== (wantsFile ? 1 : 0))
		throw new UsageError(wantsFile ? 'Name one file.' : 'It takes no file.')
	return { ...values, file: positionals[0] }
}
