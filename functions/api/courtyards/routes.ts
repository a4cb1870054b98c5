import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { getCourtyard, listCourtyards, listDevices } from './courtyards.ts'

/** Courtyards as they are now. */
export const courtyardsRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/courtyards',
		roles: ['head', 'village', 'staff'],
		run: ({ viewer }) => listCourtyards(ports, viewer),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards/:id',
		roles: ['head', 'village', 'staff'],
		run: ({ viewer, params }) => getCourtyard(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards/:id/devices',
		roles: ['head', 'village', 'staff'],
		run: ({ viewer, params }) => listDevices(ports, viewer, params.id ?? ''),
	}),
]
