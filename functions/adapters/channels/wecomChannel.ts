import type { Channel } from '../../../shared/contract/alert/channel.ts'
import type { AlertMessage } from '../../../shared/contract/alert/message.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { Sent } from '../../../shared/ports/channel.ts'
import type { Secrets } from '../../../shared/ports/secrets.ts'
import { type PostOptions, safePost } from './safePost.ts'

const ROBOT = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send'
/** Of a markdown message, in UTF-8. */
const MOST_BYTES = 4096
const Answer = z.object({ errcode: z.int(), errmsg: z._default(z.string(), '') })

/**
 * A group robot of 企业微信 (developer.work.weixin.qq.com/document/path/91770): a markdown message, acknowledged by
 * `errcode: 0`. An error comes with HTTP 200.
 */
export async function sendToWecom(
	channel: Channel & { kind: 'wecom' },
	{ text }: AlertMessage,
	secrets: Secrets,
	options: PostOptions,
): Promise<Sent> {
	const url = new URL(channel.url ?? ROBOT)
	url.searchParams.set('key', await secrets.get(channel.secret))
	const content = bounded(channel.languages.map((language) => markdown(text[language])).join('\n\n'))
	const body = JSON.stringify({ msgtype: 'markdown', markdown: { content } })
	const posted = await safePost(url.href, body, { 'content-type': 'application/json' }, options)
	if (posted.is === 'failed') return posted
	if (posted.status !== 200) return { is: 'failed', error: `${url.host} answered HTTP ${posted.status}` }
	const answer = Answer.safeParse(jsonOf(posted.body))
	if (!answer.success) return { is: 'failed', error: `${url.host} did not answer like a WeCom robot` }
	const { errcode, errmsg } = answer.data
	return errcode === 0 ? { is: 'sent' } : { is: 'failed', error: `WeCom errcode ${errcode}: ${errmsg.slice(0, 120)}` }
}

/** What residents wrote must not become a link, a mention or markup; our own links stay as they are. */
const markdown = (text: string): string =>
	text
		.split('\n')
		.map((line) => (/^https?:\/\/\S+$/.test(line) ? line : line.replace(/[<>`*_#[\]]/g, ' ')))
		.join('\n')

/** Cut at the last whole line that fits. */
function bounded(text: string): string {
	if (Buffer.byteLength(text) <= MOST_BYTES) return text
	const lines = text.split('\n')
	while (lines.length > 1 && Buffer.byteLength(`${lines.join('\n')}\n…`) > MOST_BYTES) lines.pop()
	return `${Buffer.from(lines.join('\n'))
		.subarray(0, MOST_BYTES - 8)
		.toString()
		.replace(/\uFFFD$/, '')}\n…`
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}
