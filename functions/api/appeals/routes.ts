import {
	AppealDecision,
	AppealState,
	AppealsView,
	AppealView,
	AppealWithdrawal,
	NewAppeal,
} from '../../../shared/contract/ranking/appeal.ts'
import { Id } from '../../../shared/contract/registry/registry.ts'
import { Month } from '../../../shared/contract/score/score.ts'
import * as z from '../../../shared/contract/zod.ts'
import { type Route, route } from '../http/route.ts'
import { type AppealPorts, decideAppeal, getAppeal, listAppeals, raiseAppeal, withdrawAppeal } from './appeals.ts'

/** Appeals (申诉): a head contests, staff decide, everything stays on record. */
export const appealsRoutes = (ports: AppealPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/appeals',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '申诉列表', en: 'Appeals' },
		description: { zh: '不写月份时为本月和上月', en: 'Without a month: those of this month and the last.' },
		query: z.object({ courtyard: z.optional(Id), month: z.optional(Month), state: z.optional(AppealState) }),
		response: AppealsView,
		run: ({ viewer, query }) => listAppeals(ports, viewer, query),
	}),
	route({
		method: 'POST',
		path: '/api/appeals',
		roles: ['head'],
		summary: { zh: '提出申诉', en: 'Raise an appeal' },
		description: { zh: '同一申诉再次提交时答复 200', en: 'The same appeal sent again is answered with 200.' },
		body: NewAppeal,
		response: AppealView,
		statuses: [201, 200],
		run: ({ viewer, body }) => raiseAppeal(ports, viewer, body),
	}),
	route({
		method: 'GET',
		path: '/api/appeals/:id',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '一件申诉', en: 'One appeal' },
		response: AppealView,
		run: ({ viewer, params }) => getAppeal(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/appeals/:id/decision',
		roles: ['staff'],
		summary: { zh: '裁定申诉', en: 'Decide an appeal' },
		body: AppealDecision,
		response: AppealView,
		run: ({ viewer, params, body }) => decideAppeal(ports, viewer, params.id ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/appeals/:id/withdraw',
		roles: ['head'],
		summary: { zh: '撤回申诉', en: 'Withdraw an appeal' },
		body: AppealWithdrawal,
		response: AppealView,
		run: ({ viewer, params, body }) => withdrawAppeal(ports, viewer, params.id ?? '', body),
	}),
]
