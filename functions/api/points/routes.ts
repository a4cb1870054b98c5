import { NewAward, NewRedemption, NewReversal, StatementView } from '../../../shared/contract/wall/points.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { award, redeem, reverse, statement } from './points.ts'

/** 积分: what households and volunteers earned by helping. */
export const pointsRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/points/:household',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '一户的积分明细', en: 'Points of a household' },
		response: StatementView,
		run: ({ viewer, params }) => statement(ports, viewer, params.household ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/points/:household/awards',
		roles: ['village', 'staff'],
		summary: { zh: '奖励积分', en: 'Award points' },
		description: {
			zh: '同一次帮助只奖励一次；再次提交时答复 200',
			en: 'The same help is rewarded once; sent again it is answered with 200.',
		},
		body: NewAward,
		response: StatementView,
		statuses: [201, 200],
		run: ({ viewer, params, body }) => award(ports, viewer, params.household ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/points/:household/redemptions',
		roles: ['staff'],
		summary: { zh: '兑换积分', en: 'Redeem points' },
		body: NewRedemption,
		response: StatementView,
		statuses: [201, 200],
		run: ({ viewer, params, body }) => redeem(ports, viewer, params.household ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/points/:household/reversals',
		roles: ['staff'],
		summary: { zh: '冲销一条积分记录', en: 'Reverse a line' },
		body: NewReversal,
		response: StatementView,
		statuses: [201, 200],
		run: ({ viewer, params, body }) => reverse(ports, viewer, params.household ?? '', body),
	}),
]
