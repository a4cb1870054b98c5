import { readFile, rename, writeFile } from 'node:fs/promises'
import * as z from 'zod'

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
export const readDemoState = async (file: string): Promise<DemoState | undefined> => {
	let text: string
	try {
		text = await readFile(file, 'utf8')
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
		throw error
	}
	try {
		return DemoState.parse(JSON.parse(text))
	} catch (cause) {
		throw new Error(`${file} is damaged; delete it to send the history again (readings sent twice count once)`, {
			cause,
		})
	}
}

/** Replaces the file at once: a crash leaves the old state or the new one, never half of it. */
export const writeDemoState = async (file: string, state: DemoState): Promise<void> => {
	const next = `${file}.next`
	await writeFile(next, `${JSON.stringify(state)}\n`)
	await rename(next, file)
}
