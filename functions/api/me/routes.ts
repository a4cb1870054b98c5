import { ok } from '../../../shared/contract/outcome.ts'
import { type Route, route } from '../http/route.ts'
import { viewOf } from './viewOf.ts'

/** Who the API takes the caller for. */
export const meRoutes = (): Route[] => [
	route({
		method: 'GET',
		path: '/api/me',
		roles: ['head', 'village', 'staff'],
		run: async ({ viewer }) => ok(viewOf(viewer)),
	}),
]
