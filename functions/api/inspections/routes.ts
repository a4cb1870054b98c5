import { InspectionCorrection, NewInspection } from '../../../shared/contract/inspection/inspection.ts'
import {
	InspectionMonthView,
	InspectionRecordView,
	InspectionRoundsView,
} from '../../../shared/contract/inspection/inspectionViews.ts'
import { Id } from '../../../shared/contract/registry/registry.ts'
import { Month } from '../../../shared/contract/score/score.ts'
import * as z from '../../../shared/contract/zod.ts'
import { type Route, route } from '../http/route.ts'
import {
	correctInspection,
	getInspection,
	type InspectionPorts,
	monthOfInspections,
	recordInspection,
	roundsOfMonth,
} from './inspections.ts'

/** Inspection sheets (检查表): staff record and correct them, a head sees those of his courtyard. */
export const inspectionsRoutes = (ports: InspectionPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/inspections',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '院落一个月的检查', en: 'Inspections of a courtyard in a month' },
		query: z.object({ courtyard: Id, month: Month }),
		response: InspectionMonthView,
		run: ({ viewer, query }) => monthOfInspections(ports, viewer, query),
	}),
	route({
		method: 'GET',
		path: '/api/inspections/months/:month',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '各院落一个月的检查', en: 'Inspections of all courtyards in a month' },
		response: InspectionRoundsView,
		run: ({ viewer, params }) => roundsOfMonth(ports, viewer, params.month ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/inspections',
		roles: ['staff'],
		summary: { zh: '登记检查表', en: 'Record an inspection sheet' },
		description: { zh: '同一张表再次提交时答复 200', en: 'The same sheet sent again is answered with 200.' },
		body: NewInspection,
		response: InspectionRecordView,
		statuses: [201, 200],
		run: ({ viewer, body }) => recordInspection(ports, viewer, body),
	}),
	route({
		method: 'GET',
		path: '/api/inspections/:id',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '一张检查表及各版本', en: 'One sheet with all its revisions' },
		response: InspectionRecordView,
		run: ({ viewer, params }) => getInspection(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'PUT',
		path: '/api/inspections/:id',
		roles: ['staff'],
		summary: { zh: '更正检查表', en: 'Correct a sheet' },
		body: InspectionCorrection,
		response: InspectionRecordView,
		run: ({ viewer, params, body }) => correctInspection(ports, viewer, params.id ?? '', body),
	}),
]
