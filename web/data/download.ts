import { bearer, renewed } from '../signIn/session.ts'
import { saveBlob } from './saveBlob.ts'

/**
 * Saves a file that the API gives only to whoever is signed in; a link could not send the token.
 * @param called absent: under the name it comes with
 */
export const download = async (path: string, called?: string): Promise<'saved' | 'failed'> => {
	try {
		const first = await ask(path)
		const response = first.status === 401 && (await renewed()) ? await ask(path) : first
		if (!response.ok) return 'failed'
		const given = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
		saveBlob(await response.blob(), called ?? given ?? 'download')
		return 'saved'
	} catch {
		return 'failed'
	}
}

const ask = (path: string): Promise<Response> => {
	const token = bearer()
	const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
	return fetch(path, { headers, cache: 'no-store' })
}
