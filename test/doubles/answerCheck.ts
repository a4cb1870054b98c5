import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** An answer of the API, as it goes over the wire. */
export type Answer = { status: number; type: string; etag: boolean; text: string }

/** A response as a document of the API describes it. */
export type Described = {
	headers?: object | undefined
	content?: Record<string, { schema?: object | undefined }> | undefined
	$ref?: string | undefined
}

const isJson = /^application\/(problem\+)?json$/

/** Compares answers with what an OpenAPI document says of them. A key that the document does not name is a departure. */
export class AnswerCheck {
	readonly #ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
	readonly #validators = new WeakMap<object, ValidateFunction>()

	/** @param root the document, if schemas refer to it */
	constructor(root?: { components?: { schemas?: object } }) {
		if (root) this.#ajv.addSchema({ $id: 'api:', components: root.components })
	}

	/** Throws naming the operation and every departure. */
	check(operation: string, responses: Readonly<Record<string, Described>>, answer: Answer): void {
		const wrong = this.#departures(responses, answer)
		if (wrong !== undefined) {
			const { status, text } = answer
			throw new Error(`${operation} departs from its document: ${status} ${wrong}\n${text.slice(0, 2000)}`)
		}
	}

	#departures(
		responses: Readonly<Record<string, Described>>,
		{ status, type, etag, text }: Answer,
	): string | undefined {
		const isProblem = status >= 400
		const described = responses[status] ?? (isProblem ? responses.default : undefined)
		if (!described) return 'is not a status it names'
		if (status === 304) return text === '' ? undefined : 'has a body'
		const media = type.split(';', 1)[0] ?? ''
		const content = described.content?.[media]
		if (!content) return `is ${media}, not ${Object.keys(described.content ?? {}).join(', ')}`
		if (!isJson.test(media) || !content.schema) return undefined
		if (described.headers !== undefined && !etag) return 'has no ETag'
		const validate = this.#validator(content.schema)
		if (validate(JSON.parse(text))) return undefined
		return this.#ajv.errorsText(validate.errors?.slice(0, 8), { dataVar: 'body', separator: '\n' })
	}

	#validator(schema: object): ValidateFunction {
		const known = this.#validators.get(schema)
		if (known) return known
		const text = JSON.stringify(schema).replaceAll('"#/components/', '"api:#/components/')
		const made = this.#ajv.compile(JSON.parse(text))
		this.#validators.set(schema, made)
		return made
	}
}

/** Responses with what they refer to, by name, in its place. */
export const resolved = (
	responses: Readonly<Record<string, Described>>,
	shared: Readonly<Record<string, Described>>,
): Record<string, Described> =>
	Object.fromEntries(
		Object.entries(responses).map(([status, one]) => [status, shared[one.$ref?.replace(/^.*\//, '') ?? ''] ?? one]),
	)
