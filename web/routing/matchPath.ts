/** The parts of a path that a pattern names (`/desk/courtyards/:id`), or undefined where it is another path. */
export const matchPath = (pattern: string, path: string): Readonly<Record<string, string>> | undefined => {
	const expected = parts(pattern)
	const got = parts(path)
	if (expected.length !== got.length) return undefined
	const found: Record<string, string> = {}
	for (const [index, part] of expected.entries()) {
		const value = got[index] ?? ''
		if (part.startsWith(':')) found[part.slice(1)] = value
		else if (part !== value) return undefined
	}
	return found
}

/** A slash at the end makes no difference; a part that cannot be decoded stays as it came. */
const parts = (path: string): string[] => path.replace(/\/+$/, '').split('/').map(decoded)

const decoded = (part: string): string => {
	try {
		return decodeURIComponent(part)
	} catch {
		return part
	}
}
