import { Channels } from '../../../shared/contract/channel.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { channelHealth, listChannels, putChannels } from './channels.ts'

/** How people are told. */
export const alertsRoutes = (ports: ApiPorts): Route[] => [
	route({ method: 'GET', path: '/api/channels', roles: ['staff'], run: () => listChannels(ports) }),
	route({
		method: 'PUT',
		path: '/api/channels',
		roles: ['staff'],
		body: Channels,
		run: ({ body }) => putChannels(ports, body),
	}),
	route({ method: 'GET', path: '/api/alerts/channels', roles: ['staff'], run: () => channelHealth(ports) }),
]
