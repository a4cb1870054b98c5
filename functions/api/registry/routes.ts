import { RegistryImport, RegistryImported, RegistryView } from '../../../shared/contract/registry/registry.ts'
import * as z from '../../../shared/contract/zod.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { putRegistry } from './putRegistry.ts'
import { showRegistry } from './showRegistry.ts'

/** `check`: says what is wrong or how many entries it would put, and puts none. */
const PutQuery = z.object({ check: z._default(z.stringbool(), false) })

/** Who and what exists. */
export const registryRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/registry',
		roles: ['staff'],
		summary: { zh: '登记的镇、村、院落和设备', en: 'Townships, villages, courtyards and devices' },
		response: RegistryView,
		run: () => showRegistry(ports),
	}),
	route({
		method: 'PUT',
		path: '/api/registry',
		roles: ['admin'],
		summary: { zh: '登记镇、村、院落和设备', en: 'Put townships, villages, courtyards and devices' },
		description: {
			zh: '加上 check=true 只检查，不保存；出错的每一处都会列出',
			en: 'With check=true it only says what is wrong, all of it, and puts nothing.',
		},
		query: PutQuery,
		body: RegistryImport,
		response: RegistryImported,
		run: ({ body, query }) => putRegistry(ports, body, query),
	}),
]
