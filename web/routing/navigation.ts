import { useEffect, useState } from 'preact/hooks'
import { keepingLanguage, withQuery } from './address.ts'

export interface Place {
	readonly path: string
	readonly search: string
}

const here = (): Place => ({ path: location.pathname, search: location.search })
const isHere = ({ path, search }: Place): boolean => path === location.pathname && search === location.search
const listeners = new Set<() => void>()
const changed = (): void => {
	for (const listener of listeners) listener()
}

/** Goes to another address of the same entry; the language goes along. `replace` leaves no step for the back button. */
export const navigate = (address: string, { replace = false } = {}): void => {
	const target = keepingLanguage(address, location.search)
	const isOtherPage = new URL(target, location.href).pathname !== location.pathname
	if (replace) history.replaceState(null, '', target)
	else history.pushState(null, '', target)
	changed()
	if (isOtherPage && !replace) scrollTo(0, 0)
}

/** Sets parameters of the query, as filters and tabs do. */
export const setQuery = (changes: Readonly<Record<string, string | undefined>>): void =>
	navigate(withQuery(`${location.pathname}${location.search}`, changes), { replace: true })

/** Where the reader is; the component is drawn anew when that changes. */
export const usePlace = (): Place => {
	const [place, setPlace] = useState(here)
	useEffect(() => {
		const listener = (): void => setPlace((was) => (isHere(was) ? was : here()))
		listeners.add(listener)
		// The address may have changed between the first drawing and now: sign-in puts it back as soon as it can.
		listener()
		return () => {
			listeners.delete(listener)
		}
	}, [])
	return place
}

export const useQuery = (): URLSearchParams => new URLSearchParams(usePlace().search)

/**
 * Makes links inside the entry (`/desk`) change the page without loading it anew. A link elsewhere, for a new window or to
 * be saved stays a link; the language goes along in every case.
 */
export const followLinks = (entry: string): void => {
	addEventListener('popstate', changed)
	document.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null
		const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
		if (link === null || !isPlain || event.defaultPrevented || link.target !== '' || link.hasAttribute('download'))
			return
		const { origin, pathname, search, hash } = new URL(link.href)
		if (origin !== location.origin || (hash !== '' && pathname === location.pathname)) return
		event.preventDefault()
		const address = keepingLanguage(pathname + search + hash, location.search)
		if (pathname === entry || pathname.startsWith(`${entry}/`)) navigate(address)
		else location.assign(address)
	})
}
