import { ok } from '../../shared/contract/outcome.ts'
import { RegistryImport } from '../../shared/contract/registry.ts'
import { NewRepair, NewShelf } from '../../shared/contract/suppression.ts'
import { GroupReplay } from '../../shared/contract/views.ts'
import { getCourtyard, listCourtyards, listDevices } from './courtyards.ts'
import type { ApiPorts } from './ports.ts'
import { putRegistry } from './putRegistry.ts'
import { getQuarantined, listQuarantine, QuarantineQuery } from './quarantine.ts'
import { SummaryQuery, summarizeQuarantine } from './quarantineSummary.ts'
import { getReadings, ReadingsQuery } from './readings.ts'
import { bringBack, takeOutOfService } from './repairs.ts'
import { replayEntry, replayGroup } from './replayQuarantine.ts'
import { type Route, route } from './route.ts'
import { endShelf, listShelves, shelve } from './shelves.ts'
import { getTask, listTasks, TasksQuery } from './tasks.ts'
import { personOf } from './viewer.ts'
import { getVisits, VisitsQuery } from './visits.ts'

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
		path: '/api/devices/:id/visits',
		roles: ['head', 'staff'],
		query: VisitsQuery,
		run: ({ viewer, params, query }) => getVisits(ports, viewer, params.id ?? '', query),
	}),
	route({
		method: 'GET',
		path: '/api/devices/:id/shelves',
		roles: ['head', 'staff'],
		run: ({ viewer, params }) => listShelves(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/devices/:id/shelves',
		roles: ['head', 'staff'],
		body: NewShelf,
		run: ({ viewer, params, body }) => shelve(ports, viewer, params.id ?? '', body),
	}),
	route({
		method: 'DELETE',
		path: '/api/devices/:id/shelves/:shelf',
		roles: ['head', 'staff'],
		run: ({ viewer, params }) => endShelf(ports, viewer, params.id ?? '', params.shelf ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/devices/:id/out-of-service',
		roles: ['staff'],
		body: NewRepair,
		run: ({ viewer, params, body }) => takeOutOfService(ports, viewer, params.id ?? '', body),
	}),
	route({
		method: 'DELETE',
		path: '/api/devices/:id/out-of-service',
		roles: ['staff'],
		run: ({ viewer, params }) => bringBack(ports, viewer, params.id ?? ''),
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
	// Before `:id`, which would match it too.
	route({
		method: 'GET',
		path: '/api/quarantine/summary',
		roles: ['staff'],
		query: SummaryQuery,
		run: ({ query }) => summarizeQuarantine(ports, query),
	}),
	route({
		method: 'GET',
		path: '/api/quarantine/:id',
		roles: ['staff'],
		run: ({ params }) => getQuarantined(ports, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/quarantine/replay',
		roles: ['staff'],
		body: GroupReplay,
		run: ({ viewer, body }) => replayGroup(ports, personOf(viewer), body),
	}),
	route({
		method: 'POST',
		path: '/api/quarantine/:id/replay',
		roles: ['staff'],
		run: ({ viewer, params }) => replayEntry(ports, personOf(viewer), params.id ?? ''),
	}),
	route({
		method: 'PUT',
		path: '/api/registry',
		roles: ['staff'],
		body: RegistryImport,
		run: ({ body }) => putRegistry(ports, body),
	}),
]
