import { ChangesView, OverviewView } from '../../../shared/contract/service/overview.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { getChanges } from './changes.ts'
import { getOverview } from './overview.ts'

/** The question of the morning: what needs me today, and what changed? */
export const overviewRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/overview',
		roles: ['village', 'staff'],
		summary: { zh: '今天需要处理的事', en: 'What needs somebody today' },
		response: OverviewView,
		run: ({ viewer }) => getOverview(ports, viewer),
	}),
	route({
		method: 'GET',
		path: '/api/overview/changes',
		roles: ['village', 'staff'],
		summary: { zh: '与昨天相比的变化', en: 'What changed since yesterday' },
		description: {
			zh: '得分每天变化一次，宜隔一刻钟问一次',
			en: 'Scores change once a day: ask once in a quarter of an hour.',
		},
		response: ChangesView,
		run: ({ viewer }) => getChanges(ports, viewer),
	}),
]
