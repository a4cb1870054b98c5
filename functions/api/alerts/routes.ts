import { Channels } from '../../../shared/contract/channel.ts'
import { ChannelsHealth } from '../../../shared/contract/outbox.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { channelHealth, listChannels, putChannels } from './channels.ts'

/** How people are told. */
export const alertsRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'GET',
		path: '/api/channels',
		roles: ['staff'],
		summary: { zh: '告警渠道', en: 'Ways to tell people' },
		response: Channels,
		run: () => listChannels(ports),
	}),
	route({
		method: 'PUT',
		path: '/api/channels',
		roles: ['staff'],
		summary: { zh: '更新全部告警渠道', en: 'Set all ways to tell people' },
		description: {
			zh: '密钥只写名称，密钥本身放在参数库里',
			en: 'Secrets are named, never sent: they are kept in the parameter store.',
		},
		body: Channels,
		response: Channels,
		run: ({ body }) => putChannels(ports, body),
	}),
	route({
		method: 'GET',
		path: '/api/alerts/channels',
		roles: ['staff'],
		summary: { zh: '各渠道的运行情况', en: 'How each channel does' },
		response: ChannelsHealth,
		run: () => channelHealth(ports),
	}),
]
