import type * as z from 'zod'
import type { Outcome } from '../../../shared/contract/outcome.ts'
import type { Role, Viewer } from './viewer.ts'

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
	query?: z.ZodType
	body?: z.ZodType
	run: (request: Request) => Promise<Outcome>
}

/** Every role that may call a route. */
export const rolesOf = ({ roles }: Pick<Route, 'roles'>): readonly Role[] =>
	roles.includes('staff') && !roles.includes('admin') ? [...roles, 'admin'] : roles

/** A route whose query and body have the types of their schemas. */
export function route<Q extends z.ZodType, B extends z.ZodType>(
	definition: Omit<Route, 'run' | 'query' | 'body'> & {
		query?: Q
		body?: B
		run: (request: Omit<Request, 'query' | 'body'> & { query: z.infer<Q>; body: z.infer<B> }) => Promise<Outcome>
	},
): Route {
	return definition as Route
}
