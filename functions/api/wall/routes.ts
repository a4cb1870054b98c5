import { Confirmation, DraftReport, NewReport } from '../../../shared/contract/report.ts'
import { NewOrder } from '../../../shared/contract/services.ts'
import { type Route, route } from '../http/route.ts'
import { getContact } from './contact.ts'
import { confirm, follow } from './follow.ts'
import { listServices, order, orderFor } from './orders.ts'
import type { WallPorts } from './ports.ts'
import { report } from './reports.ts'
import { meToo, similar } from './similar.ts'

const anybody = ['public', 'head', 'village', 'staff'] as const

/** The wall (院落连心墙): what people without an account tell, and what becomes of it. */
export const wallRoutes = (ports: WallPorts): Route[] => [
	route({
		method: 'POST',
		path: '/api/public/reports',
		roles: anybody,
		body: NewReport,
		run: ({ from, body }) => report(ports, from, body),
	}),
	route({
		method: 'POST',
		path: '/api/public/reports/similar',
		roles: anybody,
		body: DraftReport,
		run: ({ from, body }) => similar(ports, from, body),
	}),
	route({
		method: 'POST',
		path: '/api/public/reports/:id/me-too',
		roles: anybody,
		run: ({ from, params }) => meToo(ports, from, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/public/reports/:code',
		roles: anybody,
		run: ({ from, params }) => follow(ports, from, params.code ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/public/reports/:code/confirmation',
		roles: anybody,
		body: Confirmation,
		run: ({ from, params, body }) => confirm(ports, from, params.code ?? '', body),
	}),
	route({
		method: 'GET',
		path: '/api/public/services',
		roles: anybody,
		run: () => listServices(ports),
	}),
	route({
		method: 'POST',
		path: '/api/public/orders',
		roles: anybody,
		body: NewOrder,
		run: ({ from, body }) => order(ports, from, body),
	}),
	route({
		method: 'POST',
		path: '/api/orders',
		roles: ['head', 'village', 'staff'],
		body: NewOrder,
		run: ({ viewer, body }) => orderFor(ports, viewer, body),
	}),
	route({
		method: 'GET',
		path: '/api/tasks/:id/contact',
		roles: ['village', 'staff'],
		run: ({ viewer, params }) => getContact(ports, viewer, params.id ?? ''),
	}),
]
