import { ExplanationView, ScoresView } from '../../../shared/contract/score/scoreViews.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { ExplanationQuery, getExplanation } from './explanation.ts'
import { getScores, ScoresQuery } from './scores.ts'

/** Scores of a courtyard by day and month, and why they are what they are. */
export const scoresRoutes = (ports: Pick<ApiPorts, 'registry' | 'scores' | 'now'>): Route[] => [
	route({
		method: 'GET',
		path: '/api/courtyards/:id/scores',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '院落每日和每月得分', en: 'Scores of a courtyard by day and month' },
		query: ScoresQuery,
		response: ScoresView,
		run: ({ viewer, params, query }) => getScores(ports, viewer, params.id ?? '', query),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards/:id/explanation',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '得分的来由', en: 'Why a score is what it is' },
		query: ExplanationQuery,
		response: ExplanationView,
		run: ({ viewer, params, query }) => getExplanation(ports, viewer, params.id ?? '', query),
	}),
]
