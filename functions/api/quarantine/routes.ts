import {
	GroupReplay,
	GroupReplayView,
	QuarantineEntryView,
	QuarantineSummary,
	QuarantineView,
	ReplayView,
} from '../../../shared/contract/telemetry/quarantineViews.ts'
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
		summary: { zh: '被退回的数据', en: 'What was refused' },
		query: QuarantineQuery,
		response: QuarantineView,
		run: ({ query }) => listQuarantine(ports, query),
	}),
	// Before `:id`, which would match it too.
	route({
		method: 'GET',
		path: '/api/quarantine/summary',
		roles: ['staff'],
		summary: { zh: '被退回数据的汇总', en: 'What was refused, by device and reason' },
		query: SummaryQuery,
		response: QuarantineSummary,
		run: ({ query }) => summarizeQuarantine(ports, query),
	}),
	route({
		method: 'GET',
		path: '/api/quarantine/:id',
		roles: ['staff'],
		summary: { zh: '一条被退回的数据', en: 'One refused message' },
		response: QuarantineEntryView,
		run: ({ params }) => getQuarantined(ports, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/quarantine/replay',
		roles: ['staff'],
		summary: { zh: '重放一组被退回的数据', en: 'Replay what was refused of a device and reason' },
		body: GroupReplay,
		response: GroupReplayView,
		run: ({ viewer, body }) => replayGroup(ports, personOf(viewer), body),
	}),
	route({
		method: 'POST',
		path: '/api/quarantine/:id/replay',
		roles: ['staff'],
		summary: { zh: '重放一条被退回的数据', en: 'Replay one refused message' },
		response: ReplayView,
		run: ({ viewer, params }) => replayEntry(ports, personOf(viewer), params.id ?? ''),
	}),
]
