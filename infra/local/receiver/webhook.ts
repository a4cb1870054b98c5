import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { AlertMessage } from '../../../shared/contract/alert/message.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { Received } from './inbox.ts'

/** How old a signature may be: a message that somebody kept cannot be played again later. */
const OLDEST_MS = 300_000

const Event = z.object({
	specversion: z.literal('1.0'),
	id: z.string().check(z.minLength(1)),
	type: z.enum(['green-courtyard.alerts.v1', 'green-courtyard.test.v1']),
	data: AlertMessage,
})

/**
 * What any receiver of the webhook does (docs/operations.md): checks time and signature, then reads the CloudEvent.
 * @param at when it came, milliseconds since 1970
 */
export const receiveWebhook = (
	{ headers, body }: { headers: IncomingHttpHeaders; body: string },
	to: string,
	secret: string,
	at: number,
): { status: number; received: Received } => {
	const parsed = Event.safeParse(jsonOf(body))
	const data = parsed.data?.data
	const common = {
		...{ at, channel: 'webhook' as const, to, raw: body },
		text: data?.text ?? { zh: '', en: '' },
		...(data === undefined ? {} : { spoken: data.spoken }),
		news: (data?.news ?? []).map(({ dedupeKey, text, link }) => ({ dedupeKey, text, link })),
	}
	const refuse = (status: number, zh: string, en: string) => ({ status, received: { ...common, refused: { zh, en } } })
	const timestamp = String(headers['x-green-courtyard-timestamp'] ?? '')
	const signature = String(headers['x-green-courtyard-signature'] ?? '')
	if (!isSigned(`${timestamp}.${body}`, signature, secret)) return refuse(401, '签名不对', 'the signature is wrong')
	if (Math.abs(at - Number(timestamp) * 1000) > OLDEST_MS) return refuse(401, '签名已过期', 'the signature is too old')
	if (!parsed.success) return refuse(400, '不是约定的 CloudEvents 消息', 'no CloudEvents message of ours')
	return { status: 200, received: common }
}

const isSigned = (signed: string, signature: string, secret: string): boolean => {
	const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`)
	const given = Buffer.from(signature)
	return given.length === expected.length && timingSafeEqual(given, expected)
}

const jsonOf = (text: string): unknown => {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}
