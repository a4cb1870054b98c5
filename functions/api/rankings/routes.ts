import {
	CorrectionsView,
	PublishedView,
	RankedRowView,
	RankingCheck,
	RankingMonthsView,
	RankingView,
} from '../../../shared/contract/ranking/rankingViews.ts'
import { NewPlan, Plan } from '../../../shared/contract/ranking/rectification.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { checkRanking } from './check.ts'
import { listCorrections } from './corrections.ts'
import { explainRow } from './explanation.ts'
import { listMonths } from './listMonths.ts'
import { addPlan } from './plans.ts'
import { NewRevision, Publication, publish, revise } from './publish.ts'
import { fileOf, RankingQuery } from './query.ts'
import { showRanking, XLSX } from './showRanking.ts'

/** Rankings. What is published is public; under `/api/public` nobody needs a token. */
export const rankingsRoutes = (ports: ApiPorts): Route[] => [
	...['/api/rankings', '/api/public/rankings'].flatMap((path) => reading(ports, path)),
	route({
		method: 'GET',
		path: '/api/rankings/:month/corrections',
		roles: ['staff'],
		summary: { zh: '与已发布评比的差异', en: 'Where a published ranking would differ today' },
		response: CorrectionsView,
		run: ({ params }) => listCorrections(ports, params.month ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/rankings/:month/publish',
		roles: ['staff'],
		summary: { zh: '发布评比', en: 'Publish a draft' },
		body: Publication,
		response: PublishedView,
		statuses: [201],
		run: ({ viewer, params, body }) => publish(ports, viewer, params.month ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/rankings/:month/revisions',
		roles: ['staff'],
		summary: { zh: '发布更正版', en: 'Publish a corrected ranking beside it' },
		body: NewRevision,
		response: PublishedView,
		statuses: [201],
		run: ({ viewer, params, body }) => revise(ports, viewer, params.month ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/rankings/:month/plans',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '提交整改方案', en: 'Hand in a rectification plan' },
		body: NewPlan,
		response: Plan,
		statuses: [201],
		run: ({ viewer, params, body }) => addPlan(ports, viewer, params.month ?? '', body),
	}),
]

const reading = (ports: ApiPorts, path: string): Route[] => [
	route({
		method: 'GET',
		path,
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '有评比的月份', en: 'Months that have a ranking' },
		response: RankingMonthsView,
		run: ({ viewer }) => listMonths(ports, viewer),
	}),
	route({
		method: 'GET',
		path: `${path}/:file`,
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '一个月的评比', en: 'The ranking of a month' },
		description: {
			zh: '2026-11 为数据，2026-11.csv 和 2026-11.xlsx 为表格',
			en: '`2026-11` as data, `2026-11.csv` and `2026-11.xlsx` as tables.',
		},
		query: RankingQuery,
		response: RankingView,
		files: ['text/csv', XLSX],
		run: async ({ viewer, params, query }) => {
			const named = fileOf(params.file ?? '')
			return 'outcome' in named ? named.outcome : showRanking(ports, viewer, named, query)
		},
	}),
	route({
		method: 'GET',
		path: `${path}/:month/print`,
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '评比打印页', en: 'The ranking as a page to print' },
		query: RankingQuery,
		response: null,
		files: ['text/html'],
		run: ({ viewer, params, query }) =>
			showRanking(ports, viewer, { month: params.month ?? '', format: 'html' }, query),
	}),
	route({
		method: 'GET',
		path: `${path}/:month/explanation/:courtyard`,
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '院落名次的由来', en: 'Why a courtyard stands where it does' },
		query: RankingQuery,
		response: RankedRowView,
		run: ({ viewer, params, query }) =>
			explainRow(ports, viewer, { month: params.month ?? '', courtyard: params.courtyard ?? '' }, query),
	}),
	route({
		method: 'GET',
		path: `${path}/:month/check`,
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '核对评比未被改动', en: 'Check that a ranking is unchanged' },
		query: RankingQuery,
		response: RankingCheck,
		run: ({ viewer, params, query }) => checkRanking(ports, viewer, params.month ?? '', query),
	}),
]
