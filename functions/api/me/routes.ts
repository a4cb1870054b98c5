import { ok } from '../../../shared/contract/http/outcome.ts'
import { Me } from '../../../shared/contract/people/me.ts'
import { type Route, route } from '../http/route.ts'
import { viewOf } from './viewOf.ts'

/** Who the API takes the caller for. */
export const meRoutes = (): Route[] => [
	route({
		method: 'GET',
		path: '/api/me',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '当前登录的人', en: 'Who you are signed in as' },
		response: Me,
		run: async ({ viewer }) => ok(viewOf(viewer)),
	}),
]
