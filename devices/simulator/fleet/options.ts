import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as z from '../../../shared/contract/zod.ts'
import { hourMs } from '../localTime.ts'
import { readScenario, type Scenario } from '../scenario/scenario.ts'

const Options = z.object({
	devices: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(5000)),
	/** A file, or the name of one of those that come along. */
	scenario: z.string().check(z.minLength(1)),
	seed: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(0xffffffff)),
	speed: z.union([z.literal('max'), z.coerce.number().check(z.gt(0), z.maximum(100_000))]),
	start: z.optional(z.iso.datetime({ offset: true })),
	/** JSON file with `apiUrl` and `mqttUrl` of the running edition. */
	running: z.optional(z.string()),
	/** Folder with `<device>/cert.pem`, `key.pem` and `ca.pem`. */
	certificates: z.optional(z.string()),
})

export type FleetOptions = Omit<z.infer<typeof Options>, 'scenario' | 'start'> & {
	readonly scenario: Scenario
	/** When it begins, milliseconds since 1970. */
	readonly start: number
}

export const options = {
	devices: { type: 'string', default: '60' },
	scenario: { type: 'string', default: 'ordinary' },
	seed: { type: 'string', default: '1' },
	speed: { type: 'string', default: '60' },
	start: { type: 'string' },
	running: { type: 'string' },
	certificates: { type: 'string' },
} as const

const ours = (name: string): string => fileURLToPath(new URL(`../scenarios/${name}.json`, import.meta.url))

/**
 * Reads the options and the scenario. Without `--start` the time of the scenario arrives at the clock when it ends, at the
 * given speed, so no reading is of the future.
 * @throws Error that says which option or field is wrong
 */
export const readFleetOptions = async (args: string[], now: number): Promise<FleetOptions> => {
	const { values } = parseArgs({ args, options })
	const parsed = Options.safeParse(values)
	if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
	const { scenario: file, start, ...rest } = parsed.data
	const scenario = await readScenario(/^[a-z-]+$/.test(file) ? ours(file) : file)
	const length = scenario.hours * hourMs
	const lasts = rest.speed === 'max' ? 0 : length / rest.speed
	const begins = start === undefined ? Math.floor((now + lasts - length) / 1000) * 1000 : new Date(start).getTime()
	return { ...rest, scenario, start: begins }
}
