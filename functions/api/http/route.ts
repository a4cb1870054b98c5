import type { Outcome } from '../../../shared/contract/http/outcome.ts'
import type * as z from '../../../shared/contract/zod.ts'
import type { Role, Viewer } from './viewer.ts'

export type Words = { zh: string; en: string }

/** A header that an operation looks at; its name in small letters. */
export type RequestHeader = { name: string; isRequired: boolean; description: Words }

export type Request = {
	params: Readonly<Record<string, string>>
	/** By name in small letters. */
	headers: Readonly<Record<string, string | undefined>>
	query: unknown
	body: unknown
	viewer: Viewer
	/** Where the call came from. It is counted, and kept nowhere. */
	from: { address: string }
}

/** One operation of the API: where it is, who may call it, what it takes. */
export type Route = {
	method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
	/** With `:name` for a part of the path. */
	path: string
	/** Who may call it. Whatever staff may, an admin may too: see `rolesOf`. */
	roles: readonly Role[]
	/** What it does, in a few words. */
	summary: Words
	/** What a caller should know besides. */
	description?: Words
	query?: z.ZodMiniType
	body?: z.ZodMiniType
	/** What a body should be that a checker of its own looks at, and that `body` therefore lets through. */
	bodyIs?: z.ZodMiniType
	/** Headers that it looks at. */
	headers?: readonly RequestHeader[]
	/** The body of its 2xx answers; null where it answers with files alone. Tests hold every answer to it. */
	response: z.ZodMiniType | null
	/** Their statuses; 200 where nothing is said. */
	statuses?: readonly number[]
	/** Media types of files that it may answer with. */
	files?: readonly string[]
	/** Its answers carry the ETag that `If-Match` takes. */
	isVersioned?: boolean
	run: (request: Request) => Promise<Outcome>
}

/** Every role that may call a route. */
export const rolesOf = ({ roles }: Pick<Route, 'roles'>): readonly Role[] =>
	roles.includes('staff') && !roles.includes('admin') ? [...roles, 'admin'] : roles

/** A route whose query and body have the types of their schemas. */
export function route<Q extends z.ZodMiniType, B extends z.ZodMiniType>(
	definition: Omit<Route, 'run' | 'query' | 'body'> & {
		query?: Q
		body?: B
		run: (request: Omit<Request, 'query' | 'body'> & { query: z.infer<Q>; body: z.infer<B> }) => Promise<Outcome>
	},
): Route {
	return definition as Route
}
