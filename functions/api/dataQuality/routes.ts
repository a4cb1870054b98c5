import { NewDoubtReview } from '../../../shared/contract/dataQuality.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { listQuality, QualityQuery, reviewDoubt } from './dataQuality.ts'

/** How well devices are heard, and what staff found where a sensor is in doubt. */
export const dataQualityRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/data-quality',
		roles: ['staff'],
		query: QualityQuery,
		run: ({ query }) => listQuality(ports, query),
	}),
	route({
		method: 'POST',
		path: '/api/data-quality/reviews',
		roles: ['staff'],
		body: NewDoubtReview,
		run: ({ viewer, body }) => reviewDoubt(ports, viewer, body),
	}),
]
