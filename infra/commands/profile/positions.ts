import { type AnyNode, type DocumentNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import type { ProfileFault } from '../../../shared/contract/profile/profileFault.ts'

/** Counted from 1, as editors do. */
export type Position = { line: number; column: number }
type Path = ProfileFault['path']

export type Read = { value: unknown; positionOf: (path: Path) => Position; repeated: Path[] } | { error: Position }

/** JSON text with the place of everything in it, or the place where it is no JSON. */
export function readJson(text: string): Read {
	let document: DocumentNode
	let value: unknown
	try {
		document = parse(text)
		value = JSON.parse(text)
	} catch (error) {
		if (!isPlaced(error)) throw error
		return { error: { line: error.line, column: error.column } }
	}
	const { body } = document
	return { value, positionOf: (path) => startOf(deepest(body, path)), repeated: repeatedIn(body, []) }
}

const isPlaced = (error: unknown): error is Error & Position =>
	error instanceof Error && 'line' in error && 'column' in error

const startOf = ({ loc }: AnyNode): Position => ({ line: loc.start.line, column: loc.start.column })

/** What stands at the path, or what would have to hold it. */
function deepest(node: ValueNode, path: Path): AnyNode {
	const [key, ...rest] = path
	if (key === undefined) return node
	if (node.type === 'Array') {
		const element = node.elements[Number(key)]
		return element ? deepest(element.value, rest) : node
	}
	if (node.type !== 'Object') return node
	// Of a name given twice JSON takes the last.
	const member = node.members.findLast(({ name }) => nameOf(name) === String(key))
	return member ? deepest(member.value, rest) : node
}

function repeatedIn(node: ValueNode, path: Path): Path[] {
	if (node.type === 'Array') return node.elements.flatMap(({ value }, i) => repeatedIn(value, [...path, i]))
	if (node.type !== 'Object') return []
	const names = node.members.map(({ name }) => nameOf(name))
	return node.members.flatMap(({ value }, i) => {
		const name = names[i] ?? ''
		const own: Path = [...path, name]
		return [...(names.indexOf(name) < i ? [own] : []), ...repeatedIn(value, own)]
	})
}

const nameOf = (name: { type: 'String'; value: string } | { type: 'Identifier'; name: string }): string =>
	name.type === 'String' ? name.value : name.name
