import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder for the running test, removed after it. */
export const temporaryFolder = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'green-courtyard-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}
