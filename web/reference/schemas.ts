import type { ApiDocument, Schema } from './apiDocument.ts'

type Schemas = ApiDocument['components']['schemas']

/** A schema as a page shows it: what it refers to in its place, `null` as a remark. */
export interface Shown {
	readonly schema: Schema
	/** The name of what it refers to. */
	readonly name: string | undefined
	readonly mayBeNull: boolean
}

export const nameIn = ({ $ref }: Schema): string | undefined => $ref?.replace(/^.*\//, '')

/** Follows references, and takes `null` out of a choice. */
export const shown = (schema: Schema, schemas: Schemas): Shown => {
	const name = nameIn(schema)
	if (name !== undefined) return { ...shown(schemas[name] ?? {}, schemas), name }
	const options = schema.anyOf ?? schema.oneOf
	const real = options?.filter(({ type }) => type !== 'null')
	if (options && real && real.length < options.length) {
		const [only] = real
		const rest = real.length === 1 && only ? shown(only, schemas) : { schema: { anyOf: real }, name: undefined }
		return { ...rest, mayBeNull: true }
	}
	return { schema, name: undefined, mayBeNull: false }
}

/** Its alternatives, if it is a choice between several. */
export const alternatives = ({ anyOf, oneOf }: Schema): readonly Schema[] => anyOf ?? oneOf ?? []

/** The value by which an alternative is told from the others: `{"type": "acknowledge", …}`. */
export const discriminatorOf = (schema: Schema, schemas: Schemas): string | undefined => {
	for (const [name, field] of Object.entries(shown(schema, schemas).schema.properties ?? {})) {
		if (field.const !== undefined) return `${name}: ${JSON.stringify(field.const)}`
	}
	return undefined
}

/** Deeper than this an example says no more. */
const DEEPEST = 5

/** An example that fits the schema, undefined where it cannot be derived (a text of a pattern). */
export const exampleOf = (schema: Schema, schemas: Schemas, name = '', depth = 0): unknown => {
	const { schema: real } = shown(schema, schemas)
	if (real.default !== undefined) return real.default
	if (real.const !== undefined) return real.const
	if (real.enum) return real.enum[0]
	const [first] = alternatives(real)
	if (first) return exampleOf(first, schemas, name, depth)
	switch (real.type) {
		case 'object':
			return depth >= DEEPEST ? {} : objectExample(real, schemas, depth)
		case 'array':
			return depth >= DEEPEST || !real.items ? [] : [exampleOf(real.items, schemas, name, depth + 1)]
		case 'integer':
		case 'number':
			return Math.max(real.minimum ?? 0, Math.min(real.maximum ?? 1, 1))
		case 'boolean':
			return true
		case 'string':
			return textExample(real, name)
		default:
			return null
	}
}

const objectExample = ({ properties = {}, required = [] }: Schema, schemas: Schemas, depth: number): object =>
	Object.fromEntries(
		Object.entries(properties)
			.filter(([name]) => required.includes(name))
			.map(([name, field]) => [name, exampleOf(field, schemas, name, depth + 1)]),
	)

const byFormat: Readonly<Record<string, string>> = {
	'date-time': '2026-11-24T08:00:00.000Z',
	date: '2026-11-24',
	time: '07:00',
	uri: 'https://example.org/',
	uuid: '6f1c1f0e-0f6a-4c1e-9a53-2c8f0c9b1d11',
}
const byName: Readonly<Record<string, string>> = {
	zh: '三号公厕',
	en: 'Toilet 3',
	id: 'example-1',
	courtyard: 'lijia',
	village: 'meihua',
	device: 'toilet-1',
	month: '2026-11',
}

const textExample = ({ format, minLength = 0 }: Schema, name: string): string =>
	(format === undefined ? undefined : byFormat[format]) ?? byName[name] ?? '…'.repeat(Math.max(1, minLength))
