import { Figures } from '../../../shared/contract/service/figures.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { FiguresQuery, getFigures } from './figures.ts'

/** Figures for staff. */
export const figuresRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/figures',
		roles: ['staff'],
		summary: { zh: '任务办理和告警质量的数字', en: 'How well tasks are dealt with and how good alarms are' },
		query: FiguresQuery,
		response: Figures,
		run: ({ query }) => getFigures(ports, query),
	}),
]
