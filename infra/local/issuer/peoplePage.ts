import { createHash } from 'node:crypto'
import type { GatewayResponse } from '../http/gatewayResponse.ts'
import type { Person } from './localIssuer.ts'

const roles: Readonly<Record<Person['role'], { zh: string; en: string }>> = {
	staff: { zh: '镇工作人员', en: 'Township staff' },
	admin: { zh: '管理员', en: 'Administrator' },
	village: { zh: '村干部', en: 'Village official' },
	head: { zh: '院落长', en: 'Courtyard head' },
}

const style = `
:root { color-scheme: light dark; --ground: #fafaf7; --text: #1d2320; --grey: #5c635e; --line: #dadcd6; --accent: #2f7d4f; --card: #fff }
@media (prefers-color-scheme: dark) { :root { --ground: #141613; --text: #e9ece6; --grey: #a3aaa4; --line: #353a36; --accent: #6cc08b; --card: #1c1f1b } }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif }
main { max-width: 448px; margin: 0 auto; padding: 48px 16px }
h1 { font-size: 24px; font-weight: 600; line-height: 1.3; margin: 0 }
p { color: var(--grey); margin: 8px 0 24px }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px }
a { display: flex; align-items: center; justify-content: space-between; gap: 16px; min-height: 56px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); color: inherit; text-decoration: none }
a:hover, a:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent); outline-offset: -1px }
strong { font-weight: 600 }
small { display: block; color: var(--grey); font-size: 14px }
span { color: var(--accent) }`

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The people of this machine's township, each a link that signs in; `query` is the request it goes on with. */
export const peoplePage = (people: readonly Person[], query: URLSearchParams): GatewayResponse => {
	const isEnglish = query.get('ui_locales')?.startsWith('en') === true
	const words = isEnglish
		? { lang: 'en', title: 'Who are you?', note: 'This machine only: sign in with one click.' }
		: { lang: 'zh-CN', title: '请选择身份', note: '仅限本机演示：点一下即可登录。' }
	const items = people.map((person) => {
		const address = new URLSearchParams([...query].filter(([name]) => name !== 'person'))
		address.set('person', person.id)
		const language = isEnglish ? 'en' : 'zh'
		const note = [roles[person.role][language], person.place?.[language]].filter((part) => part !== undefined)
		return `<li><a href="?${escaped(address.toString())}"><div><strong>${escaped(person.name)}</strong><small>${escaped(note.join(' · '))}</small></div><span aria-hidden="true">→</span></a></li>`
	})
	return {
		status: 200,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': policy,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
		},
		body: `<!doctype html>
<html lang="${words.lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title} · 绿色院落</title><style>${style}</style></head>
<body><main><h1>${words.title}</h1><p>${words.note}</p><ul>${items.join('')}</ul></main></body>
</html>`,
	}
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
