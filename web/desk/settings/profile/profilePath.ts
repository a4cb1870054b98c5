/** Keys and array positions from the top of a profile, as a fault of a check has them. */
export type Path = readonly (string | number)[]

/** As the API writes it: `alarms.3.deadband`. */
export const pathText = (path: Path): string => path.join('.')

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path; undefined where there is nothing. */
export const valueAt = (from: unknown, path: Path): unknown => {
	let value = from
	for (const key of path) {
		if (Array.isArray(value)) value = value[Number(key)]
		else if (isObject(value)) value = value[key]
		else return undefined
	}
	return value
}

/** A copy with another value at a path; what the path does not touch stays the same object. */
export const withValue = <T>(from: T, path: Path, value: unknown): T => {
	const [key, ...rest] = path
	if (key === undefined) return value as T
	if (Array.isArray(from)) return from.map((one, i) => (i === Number(key) ? withValue(one, rest, value) : one)) as T
	const own: Record<string, unknown> = isObject(from) ? from : {}
	return { ...own, [key]: withValue(own[key], rest, value) } as T
}
