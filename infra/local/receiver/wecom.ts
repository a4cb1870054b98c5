import * as z from '../../../shared/contract/zod.ts'
import type { Received } from './inbox.ts'

/** Messages a minute (developer.work.weixin.qq.com/document/path/91770). */
const MOST_A_MINUTE = 20
/** Bytes of a markdown message, in UTF-8. */
const MOST_BYTES = 4096

const Markdown = z.object({
	msgtype: z.literal('markdown'),
	markdown: z.object({ content: z.string().check(z.minLength(1)) }),
})

export type WecomAnswer = { readonly errcode: number; readonly errmsg: string }

/**
 * A group robot of 企业微信 in small: everything is answered with HTTP 200, and what was wrong stands in `errcode`.
 * @param at milliseconds since 1970
 */
export const openRobot = (secret: string) => {
	let lately: number[] = []
	return (body: string, key: string | null, to: string, at: number): { answer: WecomAnswer; received: Received } => {
		const content = Markdown.safeParse(jsonOf(body)).data?.markdown.content
		const text = { zh: content ?? '', en: content ?? '' }
		const common = { at, channel: 'wecom' as const, to, text, news: [], raw: body }
		const refuse = (errcode: number, errmsg: string, zh: string, en: string) => ({
			answer: { errcode, errmsg },
			received: { ...common, refused: { zh: `${zh}（errcode ${errcode}）`, en: `${en} (errcode ${errcode})` } },
		})
		lately = lately.filter((one) => one > at - 60_000)
		if (key !== secret) return refuse(93000, 'invalid webhook url', '密钥不对', 'the key is wrong')
		if (lately.length >= MOST_A_MINUTE)
			return refuse(45009, 'api freq out of limit', '一分钟超过二十条', 'more than 20 messages in a minute')
		lately.push(at)
		if (content === undefined) return refuse(40008, 'invalid message type', '不是 markdown 消息', 'no markdown message')
		if (Buffer.byteLength(content) > MOST_BYTES)
			return refuse(40058, 'markdown.content exceed max length 4096', '消息太长', 'the message is too long')
		return { answer: { errcode: 0, errmsg: 'ok' }, received: common }
	}
}

const jsonOf = (text: string): unknown => {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}
