import type { ProfileFault } from '../profile/profileFault.ts'
import type { Told } from './told.ts'

export type Path = ProfileFault['path']

const LONGEST = 60

/** A fault at a path of what was read; what came is read from there. */
export const faultAt = (input: unknown, path: Path, zh: string, en: string): ProfileFault => ({
	path,
	expected: { zh, en },
	got: shown(valueAt(input, path)),
})

/** A fault of a schema; `isTold`: what is expected is a text of its own, not the end of a sentence. */
export type Fault = ProfileFault & { isTold?: boolean }

const NOTHING: Told = { zh: '无', en: 'nothing' }

/** A fault in one sentence: what was expected and what came. */
export function faultText({ expected, got, isTold = false }: Fault): Told {
	if (isTold) return expected
	if (got === NOTHING) return { zh: `没有填写；应为${expected.zh}`, en: `missing; expected ${expected.en}` }
	const gap = /^\p{Script=Han}/u.test(got.zh) ? '' : ' '
	return { zh: `应为${expected.zh}；实为${gap}${got.zh}`, en: `expected ${expected.en}; got ${got.en}` }
}

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
	if (value === undefined) return NOTHING
	if (typeof value === 'string' && value.trim() === '') return { zh: '空白', en: 'an empty text' }
	if (typeof value === 'string' && value.length > LONGEST)
		return { zh: `${value.length} 个字`, en: `${value.length} characters` }
	const text = JSON.stringify(value)
	const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
	return { zh: short, en: short }
}
