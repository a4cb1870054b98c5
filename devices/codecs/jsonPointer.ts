/** The keys a JSON pointer goes through (RFC 6901). */
export const keysOf = (pointer: string): string[] =>
	pointer
		.split('/')
		.slice(1)
		.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** What a JSON pointer leads to; undefined where it leads nowhere. */
export function valueAt(json: unknown, pointer: string): unknown {
	let value = json
	for (const key of keysOf(pointer)) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
		value = (value as Readonly<Record<string, unknown>>)[key]
	}
	return value
}
