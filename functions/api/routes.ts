import { ok } from '../../shared/contract/outcome.ts'
import { RegistryImport } from '../../shared/contract/registry.ts'
import { getCourtyard, listCourtyards, listDevices } from './courtyards.ts'
import type { ApiPorts } from './ports.ts'
import { putRegistry } from './putRegistry.ts'
import { listQuarantine, QuarantineQuery } from './quarantine.ts'
import { getReadings, ReadingsQuery } from './readings.ts'
import { type Route, route } from './route.ts'
import { getTask, listTasks, TasksQuery } from './tasks.ts'

/** Every operation of the API, with who may call it. */
export const routesOf = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/health',
		roles: ['public', 'head', 'staff'],
		run: async () => ok({ status: 'ok', at: new Date(ports.now()).toISOString() }),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards',
		roles: ['head', 'staff'],
		run: ({ viewer }) => listCourtyards(ports, viewer),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards/:id',
		roles: ['head', 'staff'],
		run: ({ viewer, params }) => getCourtyard(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards/:id/devices',
		roles: ['head', 'staff'],
		run: ({ viewer, params }) => listDevices(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/devices/:id/readings',
		roles: ['head', 'staff'],
		query: ReadingsQuery,
		run: ({ viewer, params, query }) => getReadings(ports, viewer, params.id ?? '', query),
	}),
	route({
		method: 'GET',
		path: '/api/tasks',
		roles: ['head', 'staff'],
		query: TasksQuery,
		run: ({ viewer, query }) => listTasks(ports, viewer, query),
	}),
	route({
		method: 'GET',
		path: '/api/tasks/:id',
		roles: ['head', 'staff'],
		run: ({ viewer, params }) => getTask(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/quarantine',
		roles: ['staff'],
		query: QuarantineQuery,
		run: ({ query }) => listQuarantine(ports, query),
	}),
	route({
		method: 'PUT',
		path: '/api/registry',
		roles: ['staff'],
		body: RegistryImport,
		run: ({ body }) => putRegistry(ports, body),
	}),
]
