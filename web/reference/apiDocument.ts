/** The parts of a JSON Schema that the page shows. */
export interface Schema {
	readonly $ref?: string
	readonly type?: string
	readonly format?: string
	readonly pattern?: string
	readonly enum?: readonly (string | number)[]
	readonly const?: string | number | boolean
	readonly default?: unknown
	readonly minimum?: number
	readonly maximum?: number
	readonly minLength?: number
	readonly maxLength?: number
	readonly minItems?: number
	readonly maxItems?: number
	readonly properties?: Readonly<Record<string, Schema>>
	readonly required?: readonly string[]
	readonly items?: Schema
	readonly prefixItems?: readonly Schema[]
	readonly additionalProperties?: Schema | boolean
	readonly propertyNames?: Schema
	readonly anyOf?: readonly Schema[]
	readonly oneOf?: readonly Schema[]
	readonly description?: string
}

type Chinese = { readonly summary?: string; readonly description?: string }
type Content = Readonly<Record<string, { readonly schema?: Schema }>>

export interface Parameter {
	readonly name: string
	readonly in: 'path' | 'query' | 'header'
	readonly required: boolean
	readonly schema: Schema
	readonly description?: string
	readonly 'x-zh'?: Chinese
}

export interface Operation {
	readonly operationId: string
	readonly tags: readonly string[]
	readonly summary: string
	readonly description?: string
	readonly 'x-zh': Chinese
	readonly 'x-roles': readonly string[]
	readonly security: readonly Readonly<Record<string, unknown>>[]
	readonly parameters?: readonly Parameter[]
	readonly requestBody?: { readonly content: Content }
	readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

/** `/api/openapi.json`, as far as the page reads it. */
export interface ApiDocument {
	readonly info: { readonly version: string }
	readonly tags: readonly { readonly name: string; readonly description: string; readonly 'x-zh': Chinese }[]
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
	readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export interface Listed {
	readonly method: string
	readonly path: string
	readonly operation: Operation
}

/** Every operation, in the order of the document. */
export const operationsOf = ({ paths }: ApiDocument): Listed[] =>
	Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
	)

/** What it answers when all is well, by media type: an operation answers alike whether it made something or found it. */
export const answersOf = ({
	responses,
}: Operation): { statuses: readonly string[]; media: string; schema: Schema | undefined }[] => {
	const good = Object.entries(responses).filter(([status]) => status.startsWith('2'))
	const [, { content = {} } = {}] = good[0] ?? []
	const statuses = good.map(([status]) => status)
	return Object.entries(content).map(([media, { schema }]) => ({ statuses, media, schema }))
}

/** Whether all words that somebody typed stand in what an operation is called. */
export const matches = ({ method, path, operation }: Listed, typed: string): boolean => {
	const text = [method, path, operation.operationId, operation.summary, operation['x-zh'].summary]
		.join(' ')
		.toLowerCase()
	return typed
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word))
}
