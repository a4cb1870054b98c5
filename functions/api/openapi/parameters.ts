import { Month } from '../../../shared/contract/score/score.ts'
import * as z from '../../../shared/contract/zod.ts'
import { LINK } from '../http/headers.ts'
import type { RequestHeader, Route } from '../http/route.ts'
import type { JsonSchema, JsonSchemas } from './jsonSchemas.ts'
import { isTagged } from './responses.ts'

type Parameter = JsonSchema & { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: JsonSchema }

const IF_NONE_MATCH: RequestHeader = {
	name: 'if-none-match',
	isRequired: false,
	description: {
		zh: '上次答复的 ETag；没有变化时答复 304，不带内容',
		en: 'the ETag of the last answer: where nothing has changed the answer is 304 and empty',
	},
}

/** What goes along in the address and in headers. The link of a task is not among them: it is what lets the caller in. */
export function parametersOf(route: Route, schemas: JsonSchemas): Parameter[] {
	const headers = [...(route.headers ?? []).filter((header) => header !== LINK)]
	if (isTagged(route)) headers.push(IF_NONE_MATCH)
	return [...inPath(route, schemas), ...inQuery(route, schemas), ...headers.map(inHeader)]
}

/** A month is written in the same way everywhere. */
const inPath = ({ path }: Route, schemas: JsonSchemas): Parameter[] =>
	[...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
		name,
		in: 'path',
		required: true,
		schema: schemas.of(name === 'month' ? Month : z.string(), 'input'),
	}))

const ofObject = z.object({
	properties: z._default(z.record(z.string(), z.record(z.string(), z.unknown())), {}),
	required: z._default(z.array(z.string()), []),
})

function inQuery({ query }: Route, schemas: JsonSchemas): Parameter[] {
	if (!query) return []
	const { properties, required } = ofObject.parse(schemas.of(query, 'input'))
	return Object.entries(properties).map(([name, schema]) => ({
		name,
		in: 'query',
		required: required.includes(name),
		schema,
	}))
}

const inHeader = ({ name, isRequired, description }: RequestHeader): Parameter => ({
	name,
	in: 'header',
	required: isRequired,
	schema: { type: 'string' },
	description: description.en,
	'x-zh': { description: description.zh },
})
