import { bearer } from '../signIn/session.ts'

/** Saves a file that the API gives only to whoever is signed in; a link could not send the token. */
export const download = async (path: string, name: string): Promise<'saved' | 'failed'> => {
	const token = bearer()
	try {
		const response = await fetch(path, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } })
		if (!response.ok) return 'failed'
		const url = URL.createObjectURL(await response.blob())
		const link = Object.assign(document.createElement('a'), { href: url, download: name })
		link.click()
		setTimeout(() => URL.revokeObjectURL(url), 60_000)
		return 'saved'
	} catch {
		return 'failed'
	}
}
