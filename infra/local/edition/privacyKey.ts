import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readIfPresent, usingFolder, writeAtomically } from '../iot/dataFolder.ts'

/** The deployment's key for pseudonyms (template parameter PrivacyKey), made once and kept in the data folder. */
export const privacyKey = (dataFolder: string): Promise<string> =>
	usingFolder(dataFolder, async () => {
		const file = join(dataFolder, 'privacy.key')
		const known = await readIfPresent(file)
		if (known !== undefined) return known.trim()
		const key = randomBytes(32).toString('base64url')
		await writeAtomically(file, `${key}\n`, 0o600)
		return key
	})
