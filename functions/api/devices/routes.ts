import { NewRepair, NewShelf } from '../../../shared/contract/suppression.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { getReadings, ReadingsQuery } from './readings.ts'
import { bringBack, takeOutOfService } from './repairs.ts'
import { endShelf, listShelves, shelve } from './shelves.ts'
import { getVisits, VisitsQuery } from './visits.ts'

/** One device: its history, what keeps its alarms from people, its repairs. */
export const devicesRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/devices/:id/readings',
		roles: ['head', 'village', 'staff'],
		query: ReadingsQuery,
		run: ({ viewer, params, query }) => getReadings(ports, viewer, params.id ?? '', query),
	}),
	route({
		method: 'GET',
		path: '/api/devices/:id/visits',
		roles: ['head', 'village', 'staff'],
		query: VisitsQuery,
		run: ({ viewer, params, query }) => getVisits(ports, viewer, params.id ?? '', query),
	}),
	route({
		method: 'GET',
		path: '/api/devices/:id/shelves',
		roles: ['head', 'village', 'staff'],
		run: ({ viewer, params }) => listShelves(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/devices/:id/shelves',
		roles: ['head', 'village', 'staff'],
		body: NewShelf,
		run: ({ viewer, params, body }) => shelve(ports, viewer, params.id ?? '', body),
	}),
	route({
		method: 'DELETE',
		path: '/api/devices/:id/shelves/:shelf',
		roles: ['head', 'village', 'staff'],
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
]
