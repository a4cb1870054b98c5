import { Channels } from '../../../shared/contract/alert/channel.ts'
import { ChannelTestView } from '../../../shared/contract/alert/channelTest.ts'
import { ChannelsHealth, TaskAlerts } from '../../../shared/contract/alert/outbox.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { channelHealth, listChannels, putChannels } from './channels.ts'
import { taskAlerts } from './taskAlerts.ts'
import { testChannel } from './testChannel.ts'

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
		roles: ['admin'],
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
		method: 'POST',
		path: '/api/channels/:id/test',
		roles: ['admin'],
		summary: { zh: '发一条测试消息', en: 'Send a test message' },
		description: {
			zh: '消息注明是测试，不涉及任务；大喇叭只在一个院落播报。每个渠道每小时最多 10 次。',
			en: 'The message says that it is a test, and is about no task; of loudspeakers one courtyard hears it. Ten an hour for each channel.',
		},
		response: ChannelTestView,
		run: ({ viewer, params }) => testChannel(ports, viewer, params.id ?? ''),
	}),
	route({
		method: 'GET',
		path: '/api/alerts/channels',
		roles: ['staff'],
		summary: { zh: '各渠道的运行情况', en: 'How each channel does' },
		response: ChannelsHealth,
		run: () => channelHealth(ports),
	}),
	route({
		method: 'GET',
		path: '/api/tasks/:id/alerts',
		roles: ['staff'],
		summary: { zh: '一件任务通知过谁', en: 'Who was told of a task' },
		response: TaskAlerts,
		run: ({ viewer, params }) => taskAlerts(ports, viewer, params.id ?? ''),
	}),
]
