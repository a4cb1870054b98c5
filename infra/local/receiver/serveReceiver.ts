import { type GatewayResponse, gatewayMessage } from '../http/gatewayResponse.ts'
import { type ReceivedRequest, splitTarget } from '../http/payloadEvent.ts'
import { openInbox } from './inbox.ts'
import { receiverPage } from './receiverPage.ts'
import type { ReceiverSecrets } from './receiverSecrets.ts'
import { receiveWebhook } from './webhook.ts'
import { openRobot } from './wecom.ts'

const BASE = '/local-receiver'

/** Where the local receiver of an edition is whose HTTP API is at the URL. */
export const receiverAt = (httpUrl: string): string => `${httpUrl}${BASE}`

/**
 * Stands in for whoever is told: `POST …/webhook/<name>` takes the signed events of a webhook channel, `POST …/wecom/<name>`
 * what a WeCom group robot takes; the page shows what came, and `…/messages.json` the same for programs.
 */
export const serveReceiver = (
	secrets: ReceiverSecrets,
): ((request: ReceivedRequest) => Promise<GatewayResponse | undefined>) => {
	const inbox = openInbox()
	const robot = openRobot(secrets.wecom)
	return async ({ method, target, headers, body, at }) => {
		const { path, query } = splitTarget(target)
		if (path !== BASE && !path.startsWith(`${BASE}/`)) return undefined
		const parameters = new URLSearchParams(query)
		const [kind = '', to = ''] = path.slice(BASE.length + 1).split('/')
		switch (`${method} ${kind}`) {
			case 'GET ':
				return receiverPage(inbox.list(), parameters.get('lang') === 'en' ? 'en' : 'zh')
			case 'GET messages.json':
				return json({ messages: inbox.list() })
			case 'POST webhook': {
				const { status, received } = receiveWebhook({ headers, body: body.toString() }, to, secrets.webhook, at)
				inbox.add(received)
				return received.refused === undefined ? json({}) : gatewayMessage(status, received.refused.en)
			}
			case 'POST wecom': {
				const { answer, received } = robot(body.toString(), parameters.get('key'), to, at)
				inbox.add(received)
				return json(answer)
			}
			default:
				return gatewayMessage(404, 'Not Found')
		}
	}
}

const json = (content: object): GatewayResponse => ({
	status: 200,
	headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
	body: JSON.stringify(content),
})
