import * as z from 'zod'
import { DutyTicks } from '../../../shared/contract/duties.ts'
import { Month } from '../../../shared/contract/score.ts'
import { type Route, route } from '../http/route.ts'
import { type DutyPorts, getDuties, putDuties } from './duties.ts'
import { evaluateMonth, getEvaluation, type HeadPorts, listEvaluations } from './evaluation.ts'

/** Courtyard heads (院落长): their duties and how they did. A head is named by his courtyard. */
export const headsRoutes = (ports: DutyPorts & HeadPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/heads/evaluations',
		roles: ['staff'],
		query: z.object({ month: Month }),
		run: ({ query }) => listEvaluations(ports, query.month),
	}),
	route({
		method: 'PUT',
		path: '/api/heads/evaluations/:month',
		roles: ['staff'],
		run: ({ params }) => evaluateMonth(ports, params.month ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/heads/:courtyard/evaluation',
		roles: ['head', 'staff'],
		query: z.object({ month: Month }),
		run: ({ viewer, params, query }) =>
			getEvaluation(ports, viewer, { courtyard: params.courtyard ?? '', month: query.month }),
	}),
	route({
		method: 'GET',
		path: '/api/heads/:courtyard/duties/:month',
		roles: ['head', 'village', 'staff'],
		run: ({ viewer, params }) => getDuties(ports, viewer, which(params)),
	}),
	route({
		method: 'PUT',
		path: '/api/heads/:courtyard/duties/:month',
		roles: ['head', 'staff'],
		body: DutyTicks,
		run: ({ viewer, params, body }) => putDuties(ports, viewer, which(params), body),
	}),
]

const which = ({ courtyard = '', month = '' }: Readonly<Record<string, string>>) => ({ courtyard, month })
