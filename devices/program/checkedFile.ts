import { readFile } from 'node:fs/promises'
import type * as z from '../../shared/contract/zod.ts'

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], json)

/** What came, without what may be within it. */
const shown = (value: unknown): string => {
	if (Array.isArray(value)) return `a list of ${value.length}`
	if (typeof value === 'object' && value !== null) return 'an object'
	return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80)
}

/**
 * Reads a JSON file that somebody wrote by hand.
 * @param what what it is, for the messages: `configuration`
 * @param secrets names of fields whose values are not repeated
 * @throws Error that says which field is wrong, what was expected and what came
 */
export const readCheckedFile = async <T>(
	what: string,
	file: string,
	schema: z.ZodMiniType<T>,
	secrets: readonly string[] = [],
): Promise<T> => {
	const text = await readFile(file, 'utf8').catch((cause: unknown) => {
		throw new Error(`The ${what} ${file} cannot be read`, { cause })
	})
	let json: unknown
	try {
		json = JSON.parse(text)
	} catch (cause) {
		throw new Error(`The ${what} ${file} is not JSON`, { cause })
	}
	const parsed = schema.safeParse(json)
	if (parsed.success) return parsed.data
	const faults = parsed.error.issues.map(({ path, message }) => {
		const place = path.length > 0 ? path.join('.') : 'the file'
		const isSecret = secrets.includes(String(path.at(-1)))
		return `  ${place}: ${message}${isSecret ? '' : `, got ${shown(valueAt(json, path))}`}`
	})
	throw new Error(`The ${what} ${file} is wrong:\n${faults.join('\n')}`)
}
