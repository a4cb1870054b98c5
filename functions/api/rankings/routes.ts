import { NewPlan } from '../../../shared/contract/rectification.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { checkRanking } from './check.ts'
import { listCorrections } from './corrections.ts'
import { explainRow } from './explanation.ts'
import { listMonths } from './listMonths.ts'
import { addPlan } from './plans.ts'
import { NewRevision, Publication, publish, revise } from './publish.ts'
import { fileOf, RankingQuery } from './query.ts'
import { showRanking } from './showRanking.ts'

/** Rankings. What is published is public; under `/api/public` nobody needs a token. */
export const rankingsRoutes = (ports: ApiPorts): Route[] => [
	...['/api/rankings', '/api/public/rankings'].flatMap((path) => reading(ports, path)),
	route({
		method: 'GET',
		path: '/api/rankings/:month/corrections',
		roles: ['staff'],
		run: ({ params }) => listCorrections(ports, params.month ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/rankings/:month/publish',
		roles: ['staff'],
		body: Publication,
		run: ({ viewer, params, body }) => publish(ports, viewer, params.month ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/rankings/:month/revisions',
		roles: ['staff'],
		body: NewRevision,
		run: ({ viewer, params, body }) => revise(ports, viewer, params.month ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/rankings/:month/plans',
		roles: ['head', 'village', 'staff'],
		body: NewPlan,
		run: ({ viewer, params, body }) => addPlan(ports, viewer, params.month ?? '', body),
	}),
]

const reading = (ports: ApiPorts, path: string): Route[] => [
	route({
		method: 'GET',
		path,
		roles: ['public', 'head', 'village', 'staff'],
		run: ({ viewer }) => listMonths(ports, viewer),
	}),
	route({
		method: 'GET',
		path: `${path}/:file`,
		roles: ['public', 'head', 'village', 'staff'],
		query: RankingQuery,
		run: async ({ viewer, params, query }) => {
			const named = fileOf(params.file ?? '')
			return 'outcome' in named ? named.outcome : showRanking(ports, viewer, named, query)
		},
	}),
	route({
		method: 'GET',
		path: `${path}/:month/print`,
		roles: ['public', 'head', 'village', 'staff'],
		query: RankingQuery,
		run: ({ viewer, params, query }) =>
			showRanking(ports, viewer, { month: params.month ?? '', format: 'html' }, query),
	}),
	route({
		method: 'GET',
		path: `${path}/:month/explanation/:courtyard`,
		roles: ['public', 'head', 'village', 'staff'],
		query: RankingQuery,
		run: ({ viewer, params, query }) =>
			explainRow(ports, viewer, { month: params.month ?? '', courtyard: params.courtyard ?? '' }, query),
	}),
	route({
		method: 'GET',
		path: `${path}/:month/check`,
		roles: ['public', 'head', 'village', 'staff'],
		query: RankingQuery,
		run: ({ viewer, params, query }) => checkRanking(ports, viewer, params.month ?? '', query),
	}),
]
