import * as z from 'zod'
import { InspectionCorrection, NewInspection } from '../../../shared/contract/inspection.ts'
import { Id } from '../../../shared/contract/registry.ts'
import { Month } from '../../../shared/contract/score.ts'
import { type Route, route } from '../http/route.ts'
import {
	correctInspection,
	getInspection,
	type InspectionPorts,
	monthOfInspections,
	recordInspection,
} from './inspections.ts'

/** Inspection sheets (检查表): staff record and correct them, a head sees those of his courtyard. */
export const inspectionsRoutes = (ports: InspectionPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/inspections',
		roles: ['head', 'village', 'staff'],
		query: z.object({ courtyard: Id, month: Month }),
		run: ({ viewer, query }) => monthOfInspections(ports, viewer, query),
	}),
	route({
		method: 'POST',
		path: '/api/inspections',
		roles: ['staff'],
		body: NewInspection,
		run: ({ viewer, body }) => recordInspection(ports, viewer, body),
	}),
	route({
		method: 'GET',
		path: '/api/inspections/:id',
		roles: ['head', 'village', 'staff'],
		run: ({ viewer, params }) => getInspection(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'PUT',
		path: '/api/inspections/:id',
		roles: ['staff'],
		body: InspectionCorrection,
		run: ({ viewer, params, body }) => correctInspection(ports, viewer, params.id ?? '', body),
	}),
]
