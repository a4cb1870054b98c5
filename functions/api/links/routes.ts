import { TaskAction } from '../../../shared/contract/taskAction.ts'
import { RevokeLinks } from '../../../shared/contract/taskLink.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { actByLink, seeByLink } from './openLink.ts'
import { issueLink, revokeLinks } from './staffLinks.ts'

/** In a header and not in the address, which stands in logs. */
export const LINK = 'x-task-link'
export const LINK_SECRET = 'x-task-link-secret'

/** One task without a password, by the link of its alert. The link is what opens it, whoever calls. */
export const linksRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/public/task',
		roles: ['public', 'head', 'village', 'staff'],
		run: ({ headers }) => seeByLink(ports, headers[LINK]),
	}),
	route({
		method: 'POST',
		path: '/api/public/task/actions',
		roles: ['public', 'head', 'village', 'staff'],
		body: TaskAction,
		run: ({ body, headers }) => actByLink(ports, headers[LINK], body, headers['if-match'], headers[LINK_SECRET]),
	}),
	route({
		method: 'POST',
		path: '/api/tasks/:id/links',
		roles: ['staff'],
		run: ({ params }) => issueLink(ports, params.id ?? ''),
	}),
	route({
		method: 'POST',
		path: '/api/tasks/:id/links/revoke',
		roles: ['staff'],
		body: RevokeLinks,
		run: ({ viewer, params, body }) => revokeLinks(ports, viewer, params.id ?? '', body),
	}),
]
