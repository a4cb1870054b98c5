import type { ProfileFault } from '../../../contract/profileFault.ts'

export type Path = ProfileFault['path']

const LONGEST = 60

/** A fault at a path of a profile; what came is read from there. */
export const faultAt = (input: unknown, path: Path, zh: string, en: string): ProfileFault => ({
	path,
	expected: { zh, en },
	got: shown(valueAt(input, path)),
})

/** The path as people write it: `alarms.3.deadband`. */
export const pathText = (path: Path): string => path.join('.')

function valueAt(input: unknown, path: Path): unknown {
	let value = input
	for (const key of path) {
		if (typeof value !== 'object' || value === null) return undefined
		value = Object.entries(value).find(([name]) => name === String(key))?.[1]
	}
	return value
}

function shown(value: unknown): ProfileFault['got'] {
	if (value === undefined) return { zh: '无', en: 'nothing' }
	const text = JSON.stringify(value)
	const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
	return { zh: short, en: short }
}
