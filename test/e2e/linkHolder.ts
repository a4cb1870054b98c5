import { LinkView } from '../../shared/contract/task/taskLink.ts'
import { documentedFetch } from './documentedFetch.ts'

/** Whoever has the link of an alert, and nothing else: no account, no token. */
export type LinkHolder = { look(): Promise<LinkView>; act(action: object): Promise<LinkView> }

export const linkHolder = (apiUrl: string, link: string): LinkHolder => {
	const token = link.slice(link.indexOf('#') + 1)
	let version = ''
	let secret = ''
	const call = async (path: string, init: RequestInit = {}): Promise<LinkView> => {
		const response = await documentedFetch(apiUrl, path, {
			...init,
			headers: { 'x-task-link': token, 'x-task-link-secret': secret, 'if-match': version },
		})
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
		version = response.headers.get('etag') ?? ''
		const view = LinkView.parse(await response.json())
		secret ||= view.secret
		return view
	}
	return {
		look: () => call('/public/task'),
		act: (action) => call('/public/task/actions', { method: 'POST', body: JSON.stringify(action) }),
	}
}
