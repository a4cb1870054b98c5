import type { Path } from './profilePath.ts'

/** One thing that stands otherwise in two profiles; undefined where one of them has nothing there. */
export interface Difference {
	/** Where it is in the second; where the second has nothing, in the first. */
	readonly path: Path
	readonly before: unknown
	readonly after: unknown
}

/** What says nothing of how anybody is judged: its name, its day, what a number is founded on. */
const aside = new Set(['id', 'version', 'effectiveFrom', 'source', 'sources'])

/**
 * What differs between two profiles, number by number. Entries of a list that have an id are the same when their ids are,
 * wherever they stand.
 */
export const differences = (before: unknown, after: unknown): Difference[] => {
	const ofObject = (value: unknown) => Object.entries(value ?? {}).filter(([key]) => !aside.has(key))
	const keys = new Set([...ofObject(before), ...ofObject(after)].map(([key]) => key))
	return [...keys].flatMap((key) => between(own(before, key), own(after, key), [key]))
}

const own = (from: unknown, key: string): unknown => (isObject(from) ? from[key] : undefined)

const between = (before: unknown, after: unknown, path: Path): Difference[] => {
	if (JSON.stringify(before) === JSON.stringify(after)) return []
	if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, path)
	if (isObject(before) && isObject(after)) {
		const keys = new Set([...Object.keys(before), ...Object.keys(after)])
		return [...keys]
			.filter((key) => key !== 'source')
			.flatMap((key) => between(before[key], after[key], [...path, key]))
	}
	return [{ path, before, after }]
}

const ofLists = (before: readonly unknown[], after: readonly unknown[], path: Path): Difference[] => {
	if (![...before, ...after].every((one) => idOf(one) !== undefined)) {
		const length = Math.max(before.length, after.length)
		return Array.from({ length }, (_, i) => between(before[i], after[i], [...path, i])).flat()
	}
	const changed = after.flatMap((one, i) =>
		between(
			before.find((other) => idOf(other) === idOf(one)),
			one,
			[...path, i],
		),
	)
	const gone = before.flatMap((one, i) =>
		after.some((other) => idOf(other) === idOf(one)) ? [] : [{ path: [...path, i], before: one, after: undefined }],
	)
	return [...changed, ...gone]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
const idOf = (value: unknown): unknown => (isObject(value) ? value.id : undefined)
