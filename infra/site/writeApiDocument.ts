import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './siteSources.ts'

/** Writes the OpenAPI document, made from the routes of the API. Throws with the program's words if it cannot be made. */
export const writeApiDocument = (file: string): void => {
	const program = join(projectRoot, 'functions/api/openapi/write.ts')
	const written = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, file], {
		encoding: 'utf8',
	})
	if (written.status !== 0) throw new Error(`The document of the API cannot be made.\n${written.stderr}`)
}
