import { NewLinkPhoto, PhotoAddress, PhotoUpload } from '../../../shared/contract/task/photo.ts'
import { TaskAction } from '../../../shared/contract/task/taskAction.ts'
import { LinkView, NewLinkView, RevokedLinks, RevokeLinks } from '../../../shared/contract/task/taskLink.ts'
import { IF_MATCH, LINK, LINK_SECRET } from '../http/headers.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { seePhotoByLink, uploadByLink } from './linkPhotos.ts'
import { actByLink, seeByLink } from './openLink.ts'
import { issueLink, revokeLinks } from './staffLinks.ts'

/** One task without a password, by the link of its alert. The link is what opens it, whoever calls. */
export const linksRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/public/task',
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '凭链接查看任务', en: 'See a task by its link' },
		response: LinkView,
		headers: [LINK],
		isVersioned: true,
		run: ({ headers }) => seeByLink(ports, headers[LINK.name]),
	}),
	route({
		method: 'POST',
		path: '/api/public/task/actions',
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '凭链接处理任务', en: 'Act on a task by its link' },
		body: TaskAction,
		response: LinkView,
		headers: [LINK, LINK_SECRET, IF_MATCH],
		isVersioned: true,
		run: ({ body, headers }) =>
			actByLink(ports, headers[LINK.name], body, headers[IF_MATCH.name], headers[LINK_SECRET.name]),
	}),
	route({
		method: 'POST',
		path: '/api/public/task/photos',
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '凭链接上传任务照片', en: 'Send a photo of a task by its link' },
		body: NewLinkPhoto,
		response: PhotoUpload,
		statuses: [201],
		headers: [LINK],
		run: ({ body, headers }) => uploadByLink(ports, headers[LINK.name], body),
	}),
	route({
		method: 'GET',
		path: '/api/public/task/photos/:key',
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '凭链接查看任务照片', en: 'See a photo of a task by its link' },
		response: PhotoAddress,
		headers: [LINK],
		run: ({ params, headers }) => seePhotoByLink(ports, headers[LINK.name], params.key ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/tasks/:id/links',
		roles: ['staff'],
		summary: { zh: '另发一个任务链接', en: 'Issue another link to a task' },
		response: NewLinkView,
		statuses: [201],
		run: ({ params }) => issueLink(ports, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/tasks/:id/links/revoke',
		roles: ['staff'],
		summary: { zh: '收回任务链接', en: 'Take links back' },
		body: RevokeLinks,
		response: RevokedLinks,
		run: ({ viewer, params, body }) => revokeLinks(ports, viewer, params.id ?? '', body),
	}),
]
