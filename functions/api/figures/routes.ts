import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { FiguresQuery, getFigures } from './figures.ts'

/** Figures for staff. */
export const figuresRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/figures',
		roles: ['staff'],
		query: FiguresQuery,
		run: ({ query }) => getFigures(ports, query),
	}),
]
