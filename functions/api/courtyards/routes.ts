import { CourtyardsView, CourtyardView, DevicesView } from '../../../shared/contract/views.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { getCourtyard, listCourtyards, listDevices } from './courtyards.ts'

/** Courtyards as they are now. */
export const courtyardsRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/courtyards',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '院落及当前得分', en: 'Courtyards with their score now' },
		response: CourtyardsView,
		run: ({ viewer }) => listCourtyards(ports, viewer),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards/:id',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '一个院落的当前得分', en: 'One courtyard with its score now' },
		response: CourtyardView,
		run: ({ viewer, params }) => getCourtyard(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards/:id/devices',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '院落的设备和最新数值', en: 'Devices of a courtyard with their latest values' },
		response: DevicesView,
		run: ({ viewer, params }) => listDevices(ports, viewer, params.id ?? ''),
	}),
]
