import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { CourtyardView } from '../../shared/contract/score/liveViews.ts'
import { withQuery } from '../routing/address.ts'
import { useQuery } from '../routing/navigation.ts'

export const CourtyardContext = createContext<CourtyardView | undefined>(undefined)

/** The courtyard that the pages are about. @throws outside the frame of the phone */
export const useCourtyard = (): CourtyardView => {
	const courtyard = useContext(CourtyardContext)
	if (courtyard === undefined) throw new Error('no courtyard has been chosen')
	return courtyard
}

/** An address of the phone's pages that keeps the courtyard which was chosen. */
export const useAddress = (): ((path: string) => string) => {
	const chosen = useQuery().get('courtyard') ?? undefined
	return (path) => withQuery(path, { courtyard: chosen })
}
