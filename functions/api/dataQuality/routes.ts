import { DoubtReview, NewDoubtReview, QualityView } from '../../../shared/contract/score/dataQuality.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { listQuality, QualityQuery, reviewDoubt } from './dataQuality.ts'

/** How well devices are heard, and what staff found where a sensor is in doubt. */
export const dataQualityRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/data-quality',
		roles: ['staff'],
		summary: { zh: '某月各设备的数据质量', en: 'How well devices were heard in a month' },
		query: QualityQuery,
		response: QualityView,
		run: ({ query }) => listQuality(ports, query),
	}),
	route({
		method: 'POST',
		path: '/api/data-quality/reviews',
		roles: ['staff'],
		summary: { zh: '核实传感器疑点', en: 'Settle a doubt about a sensor' },
		body: NewDoubtReview,
		response: DoubtReview,
		statuses: [201],
		run: ({ viewer, body }) => reviewDoubt(ports, viewer, body),
	}),
]
