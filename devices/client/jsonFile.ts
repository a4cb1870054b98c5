import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type * as z from '../../shared/contract/zod.ts'

/**
 * What a JSON file holds, or undefined where there is none.
 * @throws Error that names the file where it cannot be read or understood
 */
export const readJsonFile = async <T>(file: string, schema: z.ZodMiniType<T>): Promise<T | undefined> => {
	let text: string
	try {
		text = await readFile(file, 'utf8')
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
		throw error
	}
	try {
		return schema.parse(JSON.parse(text))
	} catch (cause) {
		throw new Error(`${file} is damaged`, { cause })
	}
}

/**
 * Replaces the file at once: a crash or a power cut leaves the old one or the new one, never half of it. Only its owner
 * may read it.
 */
export const writeJsonFile = async (file: string, value: unknown): Promise<void> => {
	const next = `${file}.next`
	await mkdir(dirname(file), { recursive: true })
	const handle = await open(next, 'w', 0o600)
	try {
		await handle.writeFile(`${JSON.stringify(value)}\n`)
		await handle.sync()
	} finally {
		await handle.close()
	}
	await rename(next, file)
}
