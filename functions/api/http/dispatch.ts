import {
	badRequest,
	forbidden,
	invalid,
	isProblem,
	methodNotAllowed,
	notFound,
	type Outcome,
	unauthorized,
} from '../../../shared/contract/http/outcome.ts'
import type { Role } from '../../../shared/contract/people/person.ts'
import { type Route, rolesOf } from './route.ts'
import type { Viewer } from './viewer.ts'

const roleWords: Readonly<Record<Role, string>> = {
	public: '所有人',
	head: '院落长',
	village: '村干部',
	staff: '镇工作人员',
	admin: '管理员',
}

export type Call = {
	method: string
	path: string
	query: Record<string, string>
	headers?: Record<string, string | undefined>
	body: string | undefined
	viewer: Viewer
	/** The caller's address as the gateway saw it. */
	address?: string
}

/** Finds the route of a call, checks who calls and what came, and runs it. */
export async function dispatch(routes: readonly Route[], call: Call): Promise<Outcome> {
	const here = routesAt(routes, call.path)
	const found = here.find(({ route }) => route.method === call.method)
	if (!found) return here.length > 0 ? methodNotAllowed() : notFound({ zh: '这个地址', en: 'such address' })
	const { route, params } = found
	const roles = rolesOf(route)
	if (!roles.includes(call.viewer.role)) {
		return call.viewer.role === 'public'
			? unauthorized()
			: forbidden({
					zh: `只有这些人可以：${roles.map((role) => roleWords[role]).join('、')}。`,
					en: `This is for: ${roles.join(', ')}.`,
				})
	}
	const query = route.query?.safeParse(call.query)
	if (query && !query.success) return invalid(query.error, 'query', call.query)
	const body = route.body ? parseBody(route, call.body) : undefined
	if (body && isProblem(body)) return body
	const { viewer, headers = {}, address = '' } = call
	return route.run({ params, headers, query: query?.data, body: body?.body, viewer, from: { address } })
}

/** The routes of an address, whatever their method, with the parts of the path that they name; the first one counts. */
export const routesAt = (
	routes: readonly Route[],
	path: string,
): { route: Route; params: Readonly<Record<string, string>> }[] =>
	routes.flatMap((route) => {
		const params = match(route.path, path)
		return params ? [{ route, params }] : []
	})

function parseBody(route: Route, text: string | undefined): Outcome & { body?: unknown } {
	let json: unknown
	try {
		json = JSON.parse(text ?? '')
	} catch {
		return badRequest('body', { zh: '提交的内容应为 JSON', en: 'the body should be JSON' })
	}
	const parsed = route.body?.safeParse(json)
	return parsed && !parsed.success ? invalid(parsed.error, 'body', json) : { status: 200, body: parsed?.data }
}

function match(pattern: string, path: string): Record<string, string> | undefined {
	const expected = pattern.split('/')
	const got = path.split('/')
	if (expected.length !== got.length) return undefined
	const params: Record<string, string> = {}
	for (const [i, part] of expected.entries()) {
		const value = got[i] ?? ''
		if (part.startsWith(':')) params[part.slice(1)] = value
		else if (part !== value) return undefined
	}
	return params
}
