import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from '../../../shared/contract/zod.ts'

/**
 * Every schema that a file below the folder exports, with the name it has there. Where two files use a name for different
 * things, the later file stands before it (`InspectionPhoto`, `TaskPhoto`).
 */
export async function namedSchemas(folder: string): Promise<Map<z.ZodMiniType, string>> {
	const named = new Map<z.ZodMiniType, string>()
	const taken = new Set<string>()
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
	for (const file of files.sort((a, b) => (basename(a) < basename(b) ? -1 : 1))) {
		const exported: object = await import(pathToFileURL(join(folder, file)).href)
		for (const [name, value] of Object.entries(exported)) {
			if (!(value instanceof z.ZodMiniType) || named.has(value)) continue
			const told = taken.has(name) ? `${upper(basename(file, '.ts'))}${name}` : name
			named.set(value, told)
			taken.add(told)
		}
	}
	return named
}

const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
