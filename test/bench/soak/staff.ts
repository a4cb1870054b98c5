import { openLocalIssuer } from '../../../infra/local/issuer/localIssuer.ts'
import type { RunningEdition } from '../../../infra/local/runningEdition.ts'
import type { Ask } from '../reference/told.ts'

/** A bearer token of an administrator: staff who may also register devices. */
export const staffToken = async (dataFolder: string, { issuer }: RunningEdition): Promise<string> =>
	(await openLocalIssuer(dataFolder, issuer)).token(
		{ id: 'soak', name: 'soak', role: 'admin', courtyards: [] },
		Date.now(),
	)

/** The API over HTTP as staff see it. @throws when it answers with a problem */
export function askOverHttp({ apiUrl }: RunningEdition, token: string): Ask {
	return async (path, params, query) => {
		const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
		const url = `${apiUrl.replace(/\/api$/, '')}${filled}?${new URLSearchParams(query)}`
		const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
		if (!response.ok) throw new Error(`GET ${filled}: ${response.status} ${await response.text()}`)
		return response.json()
	}
}
