import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { ForecastsQuery, listForecasts } from './forecasts.ts'

/** When containers are full, for planning emptying rounds. */
export const forecastsRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/forecasts',
		roles: ['head', 'village', 'staff'],
		query: ForecastsQuery,
		run: ({ viewer, query }) => listForecasts(ports, viewer, query),
	}),
]
