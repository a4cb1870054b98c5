import { Problem } from '../../../shared/contract/http/problem.ts'
import * as z from '../../../shared/contract/zod.ts'
import { IF_MATCH, LINK } from '../http/headers.ts'
import type { Route } from '../http/route.ts'
import type { JsonSchema, JsonSchemas } from './jsonSchemas.ts'

/** A JSON answer with a tag of its content: whoever has it already is told so with 304. */
export const isTagged = ({ method, response, isVersioned = false }: Route): boolean =>
	method === 'GET' && response !== null && !isVersioned

/** What is answered: the 2xx bodies, and problems, those that are usual by their status and the others by `default`. */
export function responsesOf(route: Route, schemas: JsonSchemas): JsonSchema {
	const { statuses = [200] } = route
	const problems = problemStatuses(route).map((status) => [status, status === 401 ? UNAUTHORIZED : PROBLEM])
	return {
		...Object.fromEntries(statuses.map((status) => [status, successOf(route, status, schemas)])),
		...(isTagged(route) ? { 304: { description: 'Nothing has changed 没有变化' } } : {}),
		...Object.fromEntries(problems),
		default: PROBLEM,
	}
}

const PROBLEM = { $ref: '#/components/responses/Problem' }
const UNAUTHORIZED = { $ref: '#/components/responses/Unauthorized' }

/** What is answered alike everywhere. Without a good token the gateway answers before we do, in its own way. */
export function sharedResponses(schemas: JsonSchemas): Record<string, JsonSchema> {
	const problem = { 'application/problem+json': { schema: schemas.of(Problem, 'output') } }
	return {
		Problem: { description: 'What was wrong, and what helps on (RFC 9457) 出了什么问题，怎样继续', content: problem },
		Unauthorized: {
			description: 'Nobody whom we know: sign in anew 未登录或登录已过期',
			content: { ...problem, 'application/json': { schema: schemas.of(GatewayAnswer, 'output') } },
		},
	}
}

const GatewayAnswer = z.object({ message: z.string() })

function successOf(route: Route, status: number, schemas: JsonSchemas): JsonSchema {
	const { response, files = [], isVersioned = false } = route
	const hasTag = isVersioned || (isTagged(route) && status === 200)
	return {
		description: status === 201 ? 'Made 已建立' : 'Done 成功',
		...(hasTag ? { headers: { ETag: { schema: { type: 'string' } } } } : {}),
		content: {
			...(response ? { 'application/json': { schema: schemas.of(response, 'output') } } : {}),
			...Object.fromEntries(files.map((type) => [type, {}])),
		},
	}
}

/** Problems that are usual for such an operation. */
function problemStatuses({ method, path, roles, query, body, headers = [] }: Route): number[] {
	const hasParameters = path.includes('/:')
	return [
		...(query || body || hasParameters ? [400] : []),
		...(!roles.includes('public') || headers.includes(LINK) ? [401, 403] : []),
		...(hasParameters ? [404] : []),
		...(method === 'GET' ? [] : [409]),
		...(headers.includes(IF_MATCH) ? [412, 428] : []),
	]
}
