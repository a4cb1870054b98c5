import { NewAward, NewRedemption, NewReversal } from '../../../shared/contract/points.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { award, redeem, reverse, statement } from './points.ts'

/** 积分: what households and volunteers earned by helping. */
export const pointsRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/points/:household',
		roles: ['head', 'village', 'staff'],
		run: ({ viewer, params }) => statement(ports, viewer, params.household ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/points/:household/awards',
		roles: ['village', 'staff'],
		body: NewAward,
		run: ({ viewer, params, body }) => award(ports, viewer, params.household ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/points/:household/redemptions',
		roles: ['staff'],
		body: NewRedemption,
		run: ({ viewer, params, body }) => redeem(ports, viewer, params.household ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/points/:household/reversals',
		roles: ['staff'],
		body: NewReversal,
		run: ({ viewer, params, body }) => reverse(ports, viewer, params.household ?? '', body),
	}),
]
