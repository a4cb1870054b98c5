import { createHash, createHmac } from 'node:crypto'
import type { Channel } from '../../../shared/contract/alert/channel.ts'
import type { AlertMessage } from '../../../shared/contract/alert/message.ts'
import type { Sent } from '../../../shared/ports/channel.ts'
import type { Secrets } from '../../../shared/ports/secrets.ts'
import { type PostOptions, safePost } from './safePost.ts'

/** `sha256=<hex>` of HMAC-SHA256 over `<timestamp>.<body>`; the timestamp, in seconds, is in its own header. */
export const signatureOf = (secret: string, timestamp: number, body: string): string =>
	`sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/**
 * Any receiver that takes a CloudEvents 1.0 event in structured mode. Its `id` is the same when the same news is sent
 * again. Every answer but 2xx is a failure.
 */
export async function sendToWebhook(
	channel: Channel & { kind: 'webhook' },
	message: AlertMessage,
	id: string,
	secrets: Secrets,
	options: PostOptions,
	now: number,
): Promise<Sent> {
	const body = JSON.stringify({
		specversion: '1.0',
		id: createHash('sha256').update(id).digest('hex').slice(0, 32),
		source: '/green-courtyard/notify',
		type: message.isTest ? 'green-courtyard.test.v1' : 'green-courtyard.alerts.v1',
		...(message.courtyard === undefined ? {} : { subject: message.courtyard }),
		time: new Date(now).toISOString(),
		datacontenttype: 'application/json',
		data: message,
	})
	const timestamp = Math.floor(now / 1000)
	const headers = {
		'content-type': 'application/cloudevents+json; charset=utf-8',
		'x-green-courtyard-timestamp': String(timestamp),
		'x-green-courtyard-signature': signatureOf(await secrets.get(channel.secret), timestamp, body),
	}
	const posted = await safePost(channel.url, body, headers, options)
	if (posted.is === 'failed') return posted
	if (posted.status >= 200 && posted.status < 300) return { is: 'sent' }
	return { is: 'failed', error: `${new URL(channel.url).host} answered HTTP ${posted.status}` }
}
