import type { WallView } from '../../shared/contract/wall/publicWall.ts'
import { type UseApi, useApi } from '../data/useApi.ts'
import { withQuery } from '../routing/address.ts'
import { useQuery } from '../routing/navigation.ts'

/** The server works the wall out once a minute. */
const pollMs = 60_000

/** What is to be seen on the wall, of the township that the address names. */
export const useWall = (): UseApi<WallView> => useApi(wallPath('/api/public/wall', useQuery()), { pollMs })

export const wallPath = (path: string, query: URLSearchParams): string =>
	withQuery(path, { township: query.get('township') ?? undefined })
