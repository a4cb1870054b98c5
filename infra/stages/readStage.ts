import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stage } from './stage.ts'

/** A stage that cannot be: in words for whoever deploys. */
export class StageError extends Error {}

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The stages that come along. */
export const knownStages = (): string[] =>
	readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => basename(file, '.json'))
		.sort()

/**
 * A stage by its name, or by the path of a file of the customer's (it ends in `.json`).
 * @throws with a sentence for each thing that is missing or contradictory
 */
export const readStage = (wanted: string): Stage => {
	const isFile = wanted.endsWith('.json')
	if (!isFile && !knownStages().includes(wanted))
		throw new StageError(
			`stage: there is no "${wanted}"; there are ${knownStages().join(', ')}, or give the path of a .json file`,
		)
	const file = isFile ? resolve(wanted) : join(folder, `${wanted}.json`)
	let content: unknown
	try {
		content = JSON.parse(readFileSync(file, 'utf8'))
	} catch (cause) {
		throw new StageError(`stage ${wanted}: ${cause instanceof Error ? cause.message : String(cause)}`)
	}
	const parsed = Stage.safeParse(content)
	if (parsed.success) return parsed.data
	const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`)
	throw new StageError(`stage ${wanted}:\n${faults.join('\n')}`)
}
