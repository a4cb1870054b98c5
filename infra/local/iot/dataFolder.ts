import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { StartError } from '../startError.ts'

/** @returns undefined where there is no such file. */
export const readIfPresent = async (file: string): Promise<string | undefined> => {
	try {
		return await readFile(file, 'utf8')
	} catch (fault) {
		if (codeOf(fault) === 'ENOENT') return undefined
		throw fault
	}
}

/**
 * Writes a file so that a reader, also in another process, sees either the old content or the whole new one, also after
 * a crash.
 */
export const writeAtomically = async (file: string, content: string, mode = 0o644): Promise<void> => {
	await mkdir(dirname(file), { recursive: true })
	const temporary = `${file}.${randomUUID()}.tmp`
	const handle = await open(temporary, 'wx', mode)
	try {
		await handle.writeFile(content)
		await handle.sync()
	} finally {
		await handle.close()
	}
	await rename(temporary, file)
}

export const codeOf = (fault: unknown): string | undefined =>
	fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined

/** @throws StartError in place of a fault of the file system. */
export const usingFolder = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
	try {
		return await work()
	} catch (fault) {
		const code = codeOf(fault)
		if (code === undefined || fault instanceof StartError) throw fault
		throw new StartError({
			message: `The data folder ${folder} cannot be used: ${fault instanceof Error ? fault.message : code}`,
			remedy: 'Give this user read and write access to it, or choose another folder with --data <folder>.',
		})
	}
}
