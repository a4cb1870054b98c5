import { respond } from '../../functions/adapters/http/respond.ts'
import { type Call, dispatch as dispatchUnchecked, routesAt } from '../../functions/api/http/dispatch.ts'
import type { Route } from '../../functions/api/http/route.ts'
import { JsonSchemas } from '../../functions/api/openapi/jsonSchemas.ts'
import { responsesOf, sharedResponses } from '../../functions/api/openapi/responses.ts'
import type { Outcome } from '../../shared/contract/http/outcome.ts'
import * as z from '../../shared/contract/zod.ts'
import { AnswerCheck, type Described, resolved } from './answerCheck.ts'

const schemas = new JsonSchemas(new Map())
const check = new AnswerCheck()
const shared: Record<string, Described> = sharedResponses(schemas)
const Responses = z.record(z.string(), z.custom<Described>())
const known = new Map<string, Record<string, Described>>()

/** As `dispatch`, and throws where the answer is not what the document of the API says of the route. */
export async function dispatch(routes: readonly Route[], call: Call): Promise<Outcome> {
	const outcome = await dispatchUnchecked(routes, call)
	const { route } = routesAt(routes, call.path).find((one) => one.route.method === call.method) ?? {}
	const { statusCode = 0, headers = {}, body = '' } = respond(outcome)
	check.check(`${call.method} ${call.path}`, route ? described(route) : { default: { ...shared.Problem } }, {
		status: statusCode,
		type: String(headers['content-type']),
		etag: headers.etag !== undefined,
		text: body,
	})
	return outcome
}

function described(route: Route): Record<string, Described> {
	const name = `${route.method} ${route.path}`
	const found = known.get(name)
	if (found) return found
	const made = resolved(Responses.parse(responsesOf(route, schemas)), shared)
	known.set(name, made)
	return made
}
