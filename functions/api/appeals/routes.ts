import * as z from 'zod'
import { AppealDecision, AppealState, AppealWithdrawal, NewAppeal } from '../../../shared/contract/appeal.ts'
import { Id } from '../../../shared/contract/registry.ts'
import { Month } from '../../../shared/contract/score.ts'
import { type Route, route } from '../http/route.ts'
import { type AppealPorts, decideAppeal, getAppeal, listAppeals, raiseAppeal, withdrawAppeal } from './appeals.ts'

/** Appeals (申诉): a head contests, staff decide, everything stays on record. */
export const appealsRoutes = (ports: AppealPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/appeals',
		roles: ['head', 'village', 'staff'],
		query: z.object({ courtyard: Id.optional(), month: Month.optional(), state: AppealState.optional() }),
		run: ({ viewer, query }) => listAppeals(ports, viewer, query),
	}),
	route({
		method: 'POST',
		path: '/api/appeals',
		roles: ['head'],
		body: NewAppeal,
		run: ({ viewer, body }) => raiseAppeal(ports, viewer, body),
	}),
	route({
		method: 'GET',
		path: '/api/appeals/:id',
		roles: ['head', 'village', 'staff'],
		run: ({ viewer, params }) => getAppeal(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/appeals/:id/decision',
		roles: ['staff'],
		body: AppealDecision,
		run: ({ viewer, params, body }) => decideAppeal(ports, viewer, params.id ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/appeals/:id/withdraw',
		roles: ['head'],
		body: AppealWithdrawal,
		run: ({ viewer, params, body }) => withdrawAppeal(ports, viewer, params.id ?? '', body),
	}),
]
