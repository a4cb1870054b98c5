import type * as z from 'zod'
import type { Outcome } from '../../../shared/contract/outcome.ts'
import type { Role, Viewer } from './viewer.ts'

export type Request = { params: Readonly<Record<string, string>>; query: unknown; body: unknown; viewer: Viewer }

/** One operation of the API: where it is, who may call it, what it takes. */
export type Route = {
	method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
	/** With `:name` for a part of the path. */
	path: string
	roles: readonly Role[]
	query?: z.ZodType
	body?: z.ZodType
	run: (request: Request) => Promise<Outcome>
}

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
