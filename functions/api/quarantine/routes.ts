import { GroupReplay } from '../../../shared/contract/views.ts'
import { type Route, route } from '../http/route.ts'
import { personOf } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { getQuarantined, listQuarantine, QuarantineQuery } from './quarantine.ts'
import { SummaryQuery, summarizeQuarantine } from './quarantineSummary.ts'
import { replayEntry, replayGroup } from './replayQuarantine.ts'

/** What was refused, and putting it back on its way. */
export const quarantineRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/quarantine',
		roles: ['staff'],
		query: QuarantineQuery,
		run: ({ query }) => listQuarantine(ports, query),
	}),
	// Before `:id`, which would match it too.
	route({
		method: 'GET',
		path: '/api/quarantine/summary',
		roles: ['staff'],
		query: SummaryQuery,
		run: ({ query }) => summarizeQuarantine(ports, query),
	}),
	route({
		method: 'GET',
		path: '/api/quarantine/:id',
		roles: ['staff'],
		run: ({ params }) => getQuarantined(ports, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/quarantine/replay',
		roles: ['staff'],
		body: GroupReplay,
		run: ({ viewer, body }) => replayGroup(ports, personOf(viewer), body),
	}),
	route({
		method: 'POST',
		path: '/api/quarantine/:id/replay',
		roles: ['staff'],
		run: ({ viewer, params }) => replayEntry(ports, personOf(viewer), params.id ?? ''),
	}),
]
