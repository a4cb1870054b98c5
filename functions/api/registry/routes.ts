import { RegistryImport } from '../../../shared/contract/registry.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { putRegistry } from './putRegistry.ts'

/** Who and what exists. */
export const registryRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'PUT',
		path: '/api/registry',
		roles: ['admin'],
		body: RegistryImport,
		run: ({ body }) => putRegistry(ports, body),
	}),
]
