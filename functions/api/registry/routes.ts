import { RegistryImport, RegistryImported } from '../../../shared/contract/registry.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { putRegistry } from './putRegistry.ts'

/** Who and what exists. */
export const registryRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'PUT',
		path: '/api/registry',
		roles: ['admin'],
		summary: { zh: '登记镇、村、院落和设备', en: 'Put townships, villages, courtyards and devices' },
		body: RegistryImport,
		response: RegistryImported,
		run: ({ body }) => putRegistry(ports, body),
	}),
]
