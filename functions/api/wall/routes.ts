import { Id } from '../../../shared/contract/registry/registry.ts'
import { PhotoAddress } from '../../../shared/contract/task/photo.ts'
import { WallRanking, WallView } from '../../../shared/contract/wall/publicWall.ts'
import { Confirmation, DraftReport, NewReport } from '../../../shared/contract/wall/report.ts'
import { NewOrder, ServicesView } from '../../../shared/contract/wall/services.ts'
import {
	ContactView,
	FollowedView,
	MeTooView,
	ReceivedView,
	SimilarView,
} from '../../../shared/contract/wall/wallViews.ts'
import * as z from '../../../shared/contract/zod.ts'
import { type Route, route } from '../http/route.ts'
import { getContact } from './contact.ts'
import { confirm, follow, followedPhoto } from './follow.ts'
import { listServices, order, orderFor } from './orders.ts'
import type { WallPorts } from './ports.ts'
import { type PublicWallPorts, publicWall } from './publicWall.ts'
import { report } from './reports.ts'
import { meToo, similar } from './similar.ts'

const anybody = ['public', 'head', 'village', 'staff'] as const

/** Which township, where there are several. */
const WallQuery = z.object({ township: z.optional(Id) })

/** The wall (院落连心墙): what everybody sees, what people without an account tell, and what becomes of it. */
export const wallRoutes = (ports: WallPorts & PublicWallPorts): Route[] => [...looking(ports), ...telling(ports)]

function looking(ports: PublicWallPorts): Route[] {
	const wall = publicWall(ports)
	return [
		route({
			method: 'GET',
			path: '/api/public/wall',
			roles: anybody,
			summary: { zh: '连心墙：得分、排名、问题', en: 'The wall: scores, ranking, problems' },
			description: {
				zh: '每分钟更新一次；得分最多是五分钟前的，at 是其中最早的时刻',
				en: 'Worked out once a minute; scores are at most five minutes old, `at` is the time of the oldest.',
			},
			query: WallQuery,
			response: WallView,
			run: ({ query }) => wall.look(query.township),
		}),
		route({
			method: 'GET',
			path: '/api/public/wall/rankings/:month',
			roles: anybody,
			summary: { zh: '连心墙：某月已发布的排名', en: 'The wall: the published ranking of a month' },
			query: WallQuery,
			response: WallRanking,
			run: ({ params, query }) => wall.ranking(params.month ?? '', query.township),
		}),
	]
}

const telling = (ports: WallPorts): Route[] => [
	route({
		method: 'POST',
		path: '/api/public/reports',
		roles: anybody,
		summary: { zh: '居民上报问题', en: 'Report a problem' },
		description: { zh: '同一份上报再次提交时答复 200', en: 'The same report sent again is answered with 200.' },
		body: NewReport,
		response: ReceivedView,
		statuses: [201, 200],
		run: ({ from, body }) => report(ports, from, body),
	}),
	route({
		method: 'POST',
		path: '/api/public/reports/similar',
		roles: anybody,
		summary: { zh: '查找相似的问题', en: 'What may be the same already' },
		body: DraftReport,
		response: SimilarView,
		run: ({ from, body }) => similar(ports, from, body),
	}),
	route({
		method: 'POST',
		path: '/api/public/reports/:id/me-too',
		roles: anybody,
		summary: { zh: '我也遇到', en: 'Me too' },
		response: MeTooView,
		run: ({ from, params }) => meToo(ports, from, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/public/reports/:code',
		roles: anybody,
		summary: { zh: '凭编号查进展', en: 'Follow a report by its code' },
		response: FollowedView,
		run: ({ from, params }) => follow(ports, from, params.code ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/public/reports/:code/photos/:key',
		roles: anybody,
		summary: { zh: '凭编号查看自己上传的照片', en: 'See the photo of a report by its code' },
		response: PhotoAddress,
		run: ({ from, params }) => followedPhoto(ports, from, params.code ?? '', params.key ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/public/reports/:code/confirmation',
		roles: anybody,
		summary: { zh: '确认是否修好', en: 'Say whether it was fixed' },
		body: Confirmation,
		response: FollowedView,
		run: ({ from, params, body }) => confirm(ports, from, params.code ?? '', body),
	}),
	route({
		method: 'GET',
		path: '/api/public/services',
		roles: anybody,
		summary: { zh: '可预约的服务', en: 'Services that can be ordered' },
		response: ServicesView,
		run: () => listServices(ports),
	}),
	route({
		method: 'POST',
		path: '/api/public/orders',
		roles: anybody,
		summary: { zh: '居民点单', en: 'Order a service' },
		body: NewOrder,
		response: ReceivedView,
		statuses: [201, 200],
		run: ({ from, body }) => order(ports, from, body),
	}),
	route({
		method: 'POST',
		path: '/api/orders',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '替居民点单', en: 'Order a service for a resident' },
		body: NewOrder,
		response: ReceivedView,
		statuses: [201, 200],
		run: ({ viewer, body }) => orderFor(ports, viewer, body),
	}),
	route({
		method: 'GET',
		path: '/api/tasks/:id/contact',
		roles: ['village', 'staff'],
		summary: { zh: '上报人的联系方式', en: 'How a reporter may be reached' },
		description: { zh: '每次查看都记入任务', en: 'Every look goes into the task’s trail.' },
		response: ContactView,
		run: ({ viewer, params }) => getContact(ports, viewer, params.id ?? ''),
	}),
]
