import * as z from '../../shared/contract/zod.ts'
import { readJsonFile, writeJsonFile } from '../client/jsonFile.ts'

/** How far each device's readings are acknowledged, so that a new start goes on where the last one ended. */
const DemoState = z.object({
	seed: z.int(),
	/** Begin of the history, ms since 1970. */
	start: z.int(),
	/** By device: every reading before this instant is acknowledged, ms since 1970. */
	through: z.record(z.string(), z.int()),
})
export type DemoState = z.infer<typeof DemoState>

/** The state of an earlier run, or undefined when there was none. Throws when the file cannot be understood. */
export const readDemoState = (file: string): Promise<DemoState | undefined> =>
	readJsonFile(file, DemoState).catch((cause: Error) => {
		throw new Error(`${cause.message}; delete it to send the history again (readings sent twice count once)`, { cause })
	})

export const writeDemoState = (file: string, state: DemoState): Promise<void> => writeJsonFile(file, state)
