import { DutiesView, DutyTicks } from '../../../shared/contract/inspection/duties.ts'
import { HeadEvaluationView, TownshipEvaluationView } from '../../../shared/contract/inspection/headEvaluation.ts'
import { Month } from '../../../shared/contract/score/score.ts'
import * as z from '../../../shared/contract/zod.ts'
import { type Route, route } from '../http/route.ts'
import { type DutyPorts, getDuties, putDuties } from './duties.ts'
import { evaluateMonth, getEvaluation, type HeadPorts, listEvaluations } from './evaluation.ts'

/** Courtyard heads (院落长): their duties and how they did. A head is named by his courtyard. */
export const headsRoutes = (ports: DutyPorts & HeadPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/heads/evaluations',
		roles: ['staff'],
		summary: { zh: '全镇院落长的月度评价', en: 'Evaluations of all courtyard heads in a month' },
		query: z.object({ month: Month }),
		response: TownshipEvaluationView,
		run: ({ query }) => listEvaluations(ports, query.month),
	}),
	route({
		method: 'PUT',
		path: '/api/heads/evaluations/:month',
		roles: ['staff'],
		summary: { zh: '评价已结束月份的院落长', en: 'Evaluate all heads for a month that is over' },
		response: TownshipEvaluationView,
		run: ({ params }) => evaluateMonth(ports, params.month ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/heads/:courtyard/evaluation',
		roles: ['head', 'staff'],
		summary: { zh: '一位院落长的月度评价', en: 'Evaluation of one courtyard head' },
		query: z.object({ month: Month }),
		response: HeadEvaluationView,
		run: ({ viewer, params, query }) =>
			getEvaluation(ports, viewer, { courtyard: params.courtyard ?? '', month: query.month }),
	}),
	route({
		method: 'GET',
		path: '/api/heads/:courtyard/duties/:month',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '院落长本月履职情况', en: 'Duties of a courtyard head in a month' },
		response: DutiesView,
		run: ({ viewer, params }) => getDuties(ports, viewer, which(params)),
	}),
	route({
		method: 'PUT',
		path: '/api/heads/:courtyard/duties/:month',
		roles: ['head', 'staff'],
		summary: { zh: '登记院落长履职', en: 'Tick duties of a courtyard head' },
		body: DutyTicks,
		response: DutiesView,
		run: ({ viewer, params, body }) => putDuties(ports, viewer, which(params), body),
	}),
]

const which = ({ courtyard = '', month = '' }: Readonly<Record<string, string>>) => ({ courtyard, month })
