import { escaped, localPage } from '../html/localPage.ts'
import type { GatewayResponse } from '../http/gatewayResponse.ts'
import type { Person } from './localIssuer.ts'

const roles: Readonly<Record<Person['role'], { zh: string; en: string }>> = {
	staff: { zh: '镇工作人员', en: 'Township staff' },
	admin: { zh: '管理员', en: 'Administrator' },
	village: { zh: '村干部', en: 'Village official' },
	head: { zh: '院落长', en: 'Courtyard head' },
}

const style = `
main { max-width: 448px }
p { color: var(--grey); margin: 8px 0 24px }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px }
a { display: flex; align-items: center; justify-content: space-between; gap: 16px; min-height: 56px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); color: inherit; text-decoration: none }
a:hover, a:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent); outline-offset: -1px }
small { display: block; color: var(--grey); font-size: 14px }
span { color: var(--accent) }`

/** The people of this machine's township, each a link that signs in; `query` is the request it goes on with. */
export const peoplePage = (people: readonly Person[], query: URLSearchParams): GatewayResponse => {
	const language = query.get('ui_locales')?.startsWith('en') === true ? 'en' : 'zh'
	const words = {
		en: { title: 'Who are you?', note: 'This machine only: sign in with one click.' },
		zh: { title: '请选择身份', note: '仅限本机演示：点一下即可登录。' },
	}[language]
	const items = people.map((person) => {
		const address = new URLSearchParams([...query].filter(([name]) => name !== 'person'))
		address.set('person', person.id)
		const note = [roles[person.role][language], person.place?.[language]].filter((part) => part !== undefined)
		return `<li><a href="?${escaped(address.toString())}"><div><strong>${escaped(person.name)}</strong><small>${escaped(note.join(' · '))}</small></div><span aria-hidden="true">→</span></a></li>`
	})
	return localPage({
		language,
		title: words.title,
		style,
		body: `<h1>${words.title}</h1><p>${words.note}</p><ul>${items.join('')}</ul>`,
	})
}
