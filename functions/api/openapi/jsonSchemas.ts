import * as z from '../../../shared/contract/zod.ts'

export type JsonSchema = { [key: string]: unknown }
/** What goes in to us, or what comes out: a default makes a field optional there and certain here. */
export type Direction = 'input' | 'output'

const PLACE = '#/components/schemas/'
/** zod states the range of safe integers and the calendar itself as a pattern: true, and noise for a reader. */
const isNoise = (key: string, value: unknown, { format }: JsonSchema): boolean =>
	key === '$schema' ||
	key === 'id' ||
	key === '$id' ||
	(key === 'pattern' && typeof format === 'string') ||
	((key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER)

/**
 * JSON Schema (draft 2020-12, that of OpenAPI 3.1) for zod schemas. Those with a name become components that the others
 * refer to; where a named schema differs between what goes in and what comes out, the one that goes in is called `…Input`.
 */
export class JsonSchemas {
	readonly #names = z.registry<{ id: string }>()
	readonly #components: Record<Direction, Record<string, JsonSchema>>
	readonly #differ: ReadonlySet<string>
	readonly #used = new Map<string, JsonSchema>()

	constructor(named: ReadonlyMap<z.ZodMiniType, string>) {
		for (const [schema, id] of named) this.#names.add(schema, { id })
		const all = (io: Direction): Record<string, JsonSchema> => {
			const { schemas } = z.toJSONSchema(this.#names, { ...settings, io, uri: (id) => `${PLACE}${id}` })
			return schemas as Record<string, JsonSchema>
		}
		this.#components = { input: all('input'), output: all('output') }
		this.#differ = differing(this.#components)
	}

	/** The schema as it stands in the document; what it refers to becomes a component. */
	of(schema: z.ZodMiniType, io: Direction): JsonSchema {
		// In a list, because a named schema that stands alone is written out and not referred to.
		const list = z.toJSONSchema(z.array(schema), { ...settings, io, metadata: this.#names })
		return this.#told(list.items, io) as JsonSchema
	}

	/** Every component that has been referred to, by name. */
	get components(): Record<string, JsonSchema> {
		return Object.fromEntries([...this.#used].sort(([a], [b]) => (a < b ? -1 : 1)))
	}

	#told(value: unknown, io: Direction): unknown {
		if (Array.isArray(value)) return value.map((one) => this.#told(one, io))
		if (typeof value !== 'object' || value === null) return value
		const schema = value as JsonSchema
		const name = typeof schema.$ref === 'string' ? schema.$ref.replace(/^.*\//, '') : undefined
		if (name !== undefined) return { $ref: `${PLACE}${this.#use(name, io)}` }
		return Object.fromEntries(
			Object.entries(schema).flatMap(([key, part]) => {
				if (isNoise(key, part, schema)) return []
				return [[key, key === 'properties' ? this.#fields(part, io) : this.#told(part, io)]]
			}),
		)
	}

	/** By name: a field may be called like a keyword. */
	#fields(fields: unknown, io: Direction): JsonSchema {
		return Object.fromEntries(Object.entries(fields ?? {}).map(([name, field]) => [name, this.#told(field, io)]))
	}

	#use(name: string, io: Direction): string {
		const told = io === 'input' && this.#differ.has(name) ? `${name}Input` : name
		if (!this.#used.has(told)) {
			// Before its parts are looked at: one of them may refer to it.
			this.#used.set(told, {})
			this.#used.set(told, this.#told(this.#components[io][name] ?? {}, io) as JsonSchema)
		}
		return told
	}
}

const settings = { target: 'draft-2020-12', unrepresentable: 'any' } as const

/** Names whose two sides differ, or that refer to one that does. */
function differing({ input, output }: Record<Direction, Record<string, JsonSchema>>): Set<string> {
	const texts = Object.entries(input).map(([name, schema]) => ({ name, text: JSON.stringify(schema) }))
	const differ = new Set(
		texts.flatMap(({ name, text }) => (text === JSON.stringify(output[name] ?? null) ? [] : [name])),
	)
	for (let before = -1; before < differ.size; ) {
		before = differ.size
		for (const { name, text } of texts)
			if ([...differ].some((other) => text.includes(`"${PLACE}${other}"`))) differ.add(name)
	}
	return differ
}
