import { lastIssuerUrl, openLocalIssuer } from '../../../infra/local/issuer/localIssuer.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { BenchEdition } from './openEdition.ts'

const Tasks = z.object({ tasks: z.array(z.object({ id: z.string() })) })
const NewLink = z.object({ url: z.url() })

/** The way to an open task as its head finds it in an alert. @throws where no task is open, which the demo always has */
export const taskLinkOf = async ({ site, dataFolder }: BenchEdition): Promise<string> => {
	const issuer = await openLocalIssuer(dataFolder, await lastIssuerUrl(dataFolder))
	const token = await issuer.token({ id: 'bench', name: 'bench', role: 'staff', courtyards: [] }, Date.now())
	const ask = async (path: string, method: 'GET' | 'POST'): Promise<unknown> => {
		const response = await fetch(site + path, { method, headers: { authorization: `Bearer ${token}` } })
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
		return response.json()
	}
	const [task] = Tasks.parse(await ask('/api/tasks?state=open&source=alarm', 'GET')).tasks
	if (!task) throw new Error('no task is open: there is no link to measure')
	const { url } = NewLink.parse(await ask(`/api/tasks/${encodeURIComponent(task.id)}/links`, 'POST'))
	const { pathname, search, hash } = new URL(url)
	return pathname + search + hash
}
