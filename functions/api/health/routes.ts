import { Health } from '../../../shared/contract/http/health.ts'
import { ok } from '../../../shared/contract/http/outcome.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'

/** Whether anybody is there. */
export const healthRoutes = ({ now }: Pick<ApiPorts, 'now'>): Route[] => [
	route({
		method: 'GET',
		path: '/api/health',
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '服务是否正常', en: 'Whether the service is up' },
		response: Health,
		run: async () => ok({ status: 'ok', at: new Date(now()).toISOString() } satisfies Health),
	}),
]
