import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readIfPresent, usingFolder, writeAtomically } from '../iot/dataFolder.ts'

/**
 * The keys that sign links to tasks (template parameter TaskLinkKeys), made once and kept in the data folder.
 * @returns what a function reads them by
 */
export const taskLinkKeys = (dataFolder: string): Promise<string> =>
	usingFolder(dataFolder, async () => {
		const file = join(dataFolder, 'task-link-keys.json')
		if ((await readIfPresent(file)) === undefined) {
			const keyring = { current: 'first', keys: { first: randomBytes(32).toString('base64url') } }
			await writeAtomically(file, `${JSON.stringify(keyring)}\n`, 0o600)
		}
		return `file:${file}`
	})
