import { escaped, localPage } from '../html/localPage.ts'
import type { GatewayResponse } from '../http/gatewayResponse.ts'
import type { Received } from './inbox.ts'

type Language = 'zh' | 'en'

const words = {
	zh: {
		title: '发出的提醒',
		note: '系统发给人的消息，本机代收。最近的在最上面，每五秒更新一次。',
		other: 'English',
		empty: '还没有消息。有问题时，一分钟左右会出现在这里。',
		setUp: '没有消息渠道时，先设置一个：见 docs/operations.md“Telling people”。',
		channels: { webhook: '通用接口', wecom: '企业微信群' },
		signed: '签名正确',
		keyed: '群机器人已收',
		refused: '没有收下',
		spoken: '大喇叭',
		open: '打开任务',
		raw: '查看原文',
	},
	en: {
		title: 'Messages sent',
		note: 'What the system sends to people, received by this machine. The latest first, looked at anew every five seconds.',
		other: '中文',
		empty: 'Nothing yet. Problems show here within a minute or so.',
		setUp: 'Without a channel there are no messages: see “Telling people” in docs/operations.md.',
		channels: { webhook: 'Webhook', wecom: 'WeCom group' },
		signed: 'signature right',
		keyed: 'taken by the robot',
		refused: 'not taken',
		spoken: 'Loudspeaker',
		open: 'Open the task',
		raw: 'As it came',
	},
}

const style = `
main { max-width: 720px }
header { display: flex; align-items: baseline; justify-content: space-between; gap: 16px }
header + p { color: var(--grey); margin: 8px 0 24px }
a { color: var(--accent-text) }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 16px }
article { border: 1px solid var(--line); border-radius: 10px; background: var(--card); padding: 16px; overflow-wrap: anywhere }
h2 { font-size: 16px; font-weight: 600; margin: 0; display: flex; flex-wrap: wrap; gap: 0 16px }
h2 time { margin-left: auto; color: var(--grey); font-weight: 400; font-size: 14px }
small { display: block; color: var(--grey); font-size: 14px; margin-bottom: 8px }
small.bad { color: var(--poor) }
.text { white-space: pre-line }
.said { margin-top: 16px; padding: 8px 16px; border-radius: 6px; background: var(--sunken) }
.said strong { display: block; font-size: 14px; color: var(--grey) }
.button { display: inline-block; margin: 8px 8px 0 0; padding: 0 16px; line-height: 40px; border: 1px solid var(--accent); border-radius: 6px; text-decoration: none }
details { margin-top: 16px; font-size: 14px; color: var(--grey) }
summary { cursor: pointer }
pre { margin: 8px 0 0; padding: 8px 16px; border-radius: 6px; background: var(--sunken); color: var(--text); font-size: 13px; line-height: 1.5; white-space: pre-wrap }
.empty { border: 1px dashed var(--line); border-radius: 10px; padding: 32px 16px; text-align: center; color: var(--grey) }
@media (max-width: 480px) { main { padding-top: 24px } h2 time { margin-left: 0; width: 100% } }`

/** What was sent, as those who got it would see it. */
export const receiverPage = (messages: readonly Received[], language: Language): GatewayResponse => {
	const said = words[language]
	const list =
		messages.length === 0
			? `<div class="empty"><p>${said.empty}</p><p>${said.setUp}</p></div>`
			: `<ul>${messages.map((message) => `<li>${article(message, language)}</li>`).join('')}</ul>`
	const other = language === 'zh' ? 'en' : 'zh'
	return localPage({
		language,
		title: said.title,
		style,
		refreshAfter: 5,
		body: `<header><h1>${said.title}</h1><a href="?lang=${other}" lang="${other}">${said.other}</a></header><p>${said.note}</p>${list}`,
	})
}

const article = (message: Received, language: Language): string => {
	const said = words[language]
	const { channel, to, refused, text, spoken, news, raw, at } = message
	const links = news.flatMap(({ link }) => link ?? [])
	const state = refused
		? `<small class="bad">${said.refused}${language === 'zh' ? '：' : ': '}${escaped(refused[language])}</small>`
		: `<small>${channel === 'webhook' ? said.signed : said.keyed}</small>`
	return `<article><h2>${escaped(to)}<span>${said.channels[channel]}</span>${time(at)}</h2>${state}
<p class="text">${withLinks(text[language], channel === 'wecom' ? said.open : undefined)}</p>
${links.map((link, i) => `<a class="button" href="${escaped(link)}">${said.open}${links.length > 1 ? ` ${i + 1}` : ''}</a>`).join('')}
${spoken ? `<p class="said"><strong>${said.spoken}</strong>${escaped(spoken[language])}</p>` : ''}
<details><summary>${said.raw}</summary><pre>${escaped(readable(raw))}</pre></details></article>`
}

/** A line that is a link becomes one; where the links stand as buttons below, it is left out. */
const withLinks = (text: string, open: string | undefined): string =>
	text
		.split('\n')
		.flatMap((line) => {
			if (!/^https?:\/\/\S+$/.test(line)) return [escaped(line)]
			return open === undefined ? [] : [`<a class="button" href="${escaped(line)}">${open}</a>`]
		})
		.join('\n')

const time = (at: number): string => {
	const shown = new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
	return `<time datetime="${new Date(at).toISOString()}">${shown}</time>`
}

const readable = (raw: string): string => {
	try {
		return JSON.stringify(JSON.parse(raw), null, 2)
	} catch {
		return raw
	}
}
