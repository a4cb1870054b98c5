import { DeputiesView, NewDeputy } from '../../../shared/contract/people/deputies.ts'
import { CourtyardsView, CourtyardView, DevicesView } from '../../../shared/contract/score/liveViews.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { getCourtyard, listCourtyards, listDevices } from './courtyards.ts'
import { endDeputy, listDeputies, nameDeputy } from './deputies.ts'

/** Courtyards as they are now. */
export const courtyardsRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/courtyards',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '院落及当前得分', en: 'Courtyards with their score now' },
		description: {
			zh: '每行的 at 是得分的时刻，最多五分钟前；院落长的名单和单个院落的页面随时是最新的',
			en: '`at` of each row is when its score was worked out, at most five minutes ago; a head’s list, and a courtyard by itself, is as it is now.',
		},
		response: CourtyardsView,
		run: ({ viewer }) => listCourtyards(ports, viewer),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards/:id',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '一个院落的当前得分', en: 'One courtyard with its score now' },
		response: CourtyardView,
		run: ({ viewer, params }) => getCourtyard(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards/:id/devices',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '院落的设备和最新数值', en: 'Devices of a courtyard with their latest values' },
		response: DevicesView,
		run: ({ viewer, params }) => listDevices(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/courtyards/:id/deputies',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '今天谁负责，谁代理、代理到哪天', en: 'Who is in charge today, and who stands in until when' },
		response: DeputiesView,
		run: ({ viewer, params }) => listDeputies(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/courtyards/:id/deputies',
		roles: ['head', 'staff'],
		summary: { zh: '院落长指定代理人', en: 'A head names who stands in for him' },
		description: {
			zh: '按日期起止，到期自动恢复；代理期间提醒和权限归代理人。同样的内容再发一次不会重复',
			en: 'From day to day, and it ends by itself; meanwhile alerts and rights are the deputy’s too. Sent again it is the same one.',
		},
		body: NewDeputy,
		response: DeputiesView,
		statuses: [201, 200],
		run: ({ viewer, params, body }) => nameDeputy(ports, viewer, params.id ?? '', body),
	}),
	route({
		method: 'POST',
		path: '/api/courtyards/:id/deputies/:from/end',
		roles: ['head', 'staff'],
		summary: { zh: '提前结束代理', en: 'End a deputy before his time' },
		description: { zh: 'from 是代理开始的日期', en: '`from` is the day on which he was to begin.' },
		response: DeputiesView,
		run: ({ viewer, params }) => endDeputy(ports, viewer, params.id ?? '', params.from ?? ''),
	}),
]
