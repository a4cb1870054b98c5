import { ForecastsView } from '../../../shared/contract/telemetry/forecast.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { ForecastsQuery, listForecasts } from './forecasts.ts'

/** When containers are full, for planning emptying rounds. */
export const forecastsRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/forecasts',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '垃圾桶和化粪池何时满', en: 'When bins and septic tanks will be full' },
		query: ForecastsQuery,
		response: ForecastsView,
		run: ({ viewer, query }) => listForecasts(ports, viewer, query),
	}),
]
