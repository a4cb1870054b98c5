import { parseArgs } from 'node:util'
import * as z from '../../shared/contract/zod.ts'

/** How the demo is run; see main.ts for the command line. */
export const RunOptions = z.object({
	/** JSON file with `apiUrl` and `mqttUrl` of the running edition. */
	running: z.string().check(z.minLength(1)),
	/** Folder with `<device>/cert.pem`, `key.pem` and `ca.pem`. */
	devices: z.string().check(z.minLength(1)),
	/** Where the demo keeps how far it got. */
	state: z.string().check(z.minLength(1)),
	historyDays: z.coerce.number().check(z.minimum(0), z.maximum(400)),
	seed: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(0xffffffff)),
	/** Begin of the history; else the local midnight `historyDays` ago. */
	start: z.optional(z.iso.datetime({ offset: true })),
	/** Bearer token of a staff member. */
	token: z
		.string({ error: 'set GREEN_COURTYARD_TOKEN to a staff token (npm run token -- --role staff)' })
		.check(z.minLength(1)),
	/** Topic rule to publish to by Basic Ingest. */
	rule: z.optional(z.string()),
})
export type RunOptions = z.infer<typeof RunOptions>

/** The edition writes more into its file; this is what the demo needs. */
export const Running = z.object({
	apiUrl: z.url(),
	mqttUrl: z.url(),
	/** Where the township is told, and the names of the secrets for it; absent: the township is not told. */
	receiver: z.optional(z.object({ url: z.url(), secrets: z.object({ webhook: z.string(), wecom: z.string() }) })),
})
export type Running = z.infer<typeof Running>

/** Reads the options of `run`; throws with what is missing or wrong. */
export const readRunOptions = (args: string[], env: NodeJS.ProcessEnv): RunOptions => {
	const { values } = parseArgs({
		args,
		options: {
			running: { type: 'string' },
			devices: { type: 'string' },
			state: { type: 'string' },
			'history-days': { type: 'string', default: '40' },
			seed: { type: 'string', default: '1' },
			start: { type: 'string' },
			rule: { type: 'string' },
		},
	})
	const { 'history-days': historyDays, ...rest } = values
	const parsed = RunOptions.safeParse({ ...rest, historyDays, token: env.GREEN_COURTYARD_TOKEN })
	if (!parsed.success) throw new Error(`demo options: ${z.prettifyError(parsed.error)}`)
	return parsed.data
}
