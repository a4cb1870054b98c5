import { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import {
	NewRepair,
	NewShelf,
	RepairView,
	ShelfView,
	ShelvesView,
} from '../../../shared/contract/registry/suppression.ts'
import { ReadingsPage } from '../../../shared/contract/telemetry/readingsPage.ts'
import { VisitsView } from '../../../shared/contract/telemetry/visits.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { certificateRoutes } from './certificateRoutes.ts'
import { getDevice } from './details.ts'
import { getReadings, ReadingsQuery } from './readings.ts'
import { CsvQuery, getReadingsCsv } from './readingsCsv.ts'
import { bringBack, takeOutOfService } from './repairs.ts'
import { endShelf, listShelves, shelve } from './shelves.ts'
import { getVisits, VisitsQuery } from './visits.ts'

/** One device: its history, what keeps its alarms from people, its repairs, its certificates. */
export const devicesRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/devices/:id',
		roles: ['head', 'village', 'staff'],
		summary: {
			zh: '一台设备的现状、限值和可能的告警',
			en: 'A device as it is now, its limits and the alarms it can raise',
		},
		response: DeviceDetails,
		run: ({ viewer, params }) => getDevice(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/devices/:id/readings',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '设备的历史读数和告警', en: 'History of a device: readings and alarms' },
		description: {
			zh: '不写时间时为最近一天；一页装不下时用 next 作下一页的 from',
			en: 'Without times: the last day. Where a page is full, its `next` is the `from` of the one after it.',
		},
		query: ReadingsQuery,
		response: ReadingsPage,
		run: ({ viewer, params, query }) => getReadings(ports, viewer, params.id ?? '', query),
	}),
	route({
		method: 'GET',
		path: '/api/devices/:id/readings.csv',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '设备的历史读数表格', en: 'History of a device as a table' },
		query: CsvQuery,
		response: null,
		files: ['text/csv'],
		run: ({ viewer, params, query }) => getReadingsCsv(ports, viewer, params.id ?? '', query),
	}),
	route({
		method: 'GET',
		path: '/api/devices/:id/visits',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '户厕每日使用次数', en: 'Visits of a household toilet by day' },
		query: VisitsQuery,
		response: VisitsView,
		run: ({ viewer, params, query }) => getVisits(ports, viewer, params.id ?? '', query),
	}),
	route({
		method: 'GET',
		path: '/api/devices/:id/shelves',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '设备的告警搁置记录', en: 'Shelved alarms of a device' },
		response: ShelvesView,
		run: ({ viewer, params }) => listShelves(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/devices/:id/shelves',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '暂时搁置告警', en: 'Shelve an alarm for a time' },
		body: NewShelf,
		response: ShelfView,
		statuses: [201],
		run: ({ viewer, params, body }) => shelve(ports, viewer, params.id ?? '', body),
	}),
	route({
		method: 'DELETE',
		path: '/api/devices/:id/shelves/:shelf',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '提前结束搁置', en: 'End a shelf before its time' },
		response: ShelfView,
		run: ({ viewer, params }) => endShelf(ports, viewer, params.id ?? '', params.shelf ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/devices/:id/out-of-service',
		roles: ['staff'],
		summary: { zh: '设备停用检修', en: 'Take a device out of service' },
		body: NewRepair,
		response: RepairView,
		statuses: [201],
		run: ({ viewer, params, body }) => takeOutOfService(ports, viewer, params.id ?? '', body),
	}),
	route({
		method: 'DELETE',
		path: '/api/devices/:id/out-of-service',
		roles: ['staff'],
		summary: { zh: '设备恢复使用', en: 'Bring a device back into service' },
		response: RepairView,
		run: ({ viewer, params }) => bringBack(ports, viewer, params.id ?? ''),
	}),
	...certificateRoutes(ports),
]
