import type * as z from '../../../shared/contract/zod.ts'
import { LINK } from '../http/headers.ts'
import { type Route, rolesOf, type Words } from '../http/route.ts'
import type { JsonSchema, JsonSchemas } from './jsonSchemas.ts'
import { parametersOf } from './parameters.ts'
import { responsesOf } from './responses.ts'

/** `/api/tasks/:id` as OpenAPI writes it. */
export const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

/** `GET /api/courtyards/:id/scores` is `getCourtyardsByIdScores`: it stays the same for as long as the address does. */
export const operationIdOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => {
	const words = path
		.replace(/^\/api/, '')
		.split(/[/.-]/)
		.map((part) => (part.startsWith(':') ? `By${upper(part.slice(1))}` : upper(part)))
	return method.toLowerCase() + words.join('')
}

const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** An operation of the document. `x-roles`: who may call it. `x-zh`: its words in Chinese. */
export function operationOf(room: string, route: Route, schemas: JsonSchemas): JsonSchema {
	const parameters = parametersOf(route, schemas)
	return {
		operationId: operationIdOf(route),
		tags: [room],
		...wordsOf(route),
		'x-roles': rolesOf(route),
		security: securityOf(route),
		...(parameters.length > 0 ? { parameters } : {}),
		...bodyOf(route, schemas),
		responses: responsesOf(route, schemas),
	}
}

const wordsOf = ({ summary, description }: { summary: Words; description?: Words }): JsonSchema => ({
	summary: summary.en,
	...(description ? { description: description.en } : {}),
	'x-zh': { summary: summary.zh, ...(description ? { description: description.zh } : {}) },
})

function securityOf({ roles, headers = [] }: Route): JsonSchema[] {
	if (headers.includes(LINK)) return [{ taskLink: [] }]
	return roles.includes('public') ? [{}, { bearer: [] }] : [{ bearer: [] }]
}

function bodyOf(
	{ body, bodyIs = body }: { body?: z.ZodMiniType; bodyIs?: z.ZodMiniType },
	schemas: JsonSchemas,
): JsonSchema {
	if (!bodyIs) return {}
	return { requestBody: { required: true, content: { 'application/json': { schema: schemas.of(bodyIs, 'input') } } } }
}
