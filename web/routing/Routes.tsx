import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { fetchLostStyles } from './lostStyles.ts'
import { matchPath } from './matchPath.ts'
import { usePlace } from './navigation.ts'

export interface PageProps {
	/** The named parts of the address. */
	readonly params: Readonly<Record<string, string>>
}

/** A page and its address, `/desk/courtyards/:id`; it is loaded when somebody first goes there. */
export interface PageRoute {
	readonly path: string
	readonly load: () => Promise<ComponentType<PageProps>>
	/** What of the API it asks for at once, as far as that is known before anything is: it can be sent early. */
	readonly first?: () => readonly string[]
}

interface RoutesProps {
	readonly routes: readonly PageRoute[]
	readonly waiting: preact.ComponentChildren
	readonly failed: (again: () => void) => preact.ComponentChildren
	readonly notFound: preact.ComponentChildren
}

/** The page whose address it is, with the named parts of the address. */
export const routeOf = (routes: readonly PageRoute[], path: string): ({ route: PageRoute } & PageProps) | undefined => {
	for (const route of routes) {
		const params = matchPath(route.path, path)
		if (params !== undefined) return { route, params }
	}
	return undefined
}

/** How often a page that did not come is asked for again; a weak signal comes back without the browser saying so. */
const retryMs = 10_000

/** Shows the page whose address it is; one that could not be loaded comes by itself when the connection is back. */
export const Routes = ({ routes, waiting, failed, notFound }: RoutesProps) => {
	const { path } = usePlace()
	const hasFailed = useRef(false)
	const [pages, setPages] = useState<ReadonlyMap<PageRoute, ComponentType<PageProps> | 'failed'>>(new Map())
	const match = routeOf(routes, path)
	const route = match?.route
	const page = route && pages.get(route)
	const isWanted = route !== undefined && page === undefined
	useEffect(() => {
		if (!isWanted) return
		const put = (loaded: ComponentType<PageProps> | 'failed') => setPages((known) => new Map(known).set(route, loaded))
		const loading = hasFailed.current ? fetchLostStyles().then(route.load) : route.load()
		loading.then(put, () => {
			hasFailed.current = true
			put('failed')
		})
	}, [route, isWanted])
	const isMissing = route !== undefined && page === 'failed'
	useEffect(() => {
		if (!isMissing) return
		const again = (): void => {
			// What is said about it stays in place until the page is there.
			fetchLostStyles()
				.then(route.load)
				.then(
					(loaded) => setPages((known) => new Map(known).set(route, loaded)),
					() => undefined,
				)
		}
		const timer = setInterval(again, retryMs)
		addEventListener('online', again)
		return () => {
			clearInterval(timer)
			removeEventListener('online', again)
		}
	}, [route, isMissing])
	if (route === undefined) return <>{notFound}</>
	if (page === undefined) return <>{waiting}</>
	if (page === 'failed')
		return <>{failed(() => setPages((known) => new Map([...known].filter(([other]) => other !== route))))}</>
	const Page = page
	return <Page key={path} params={match?.params ?? {}} />
}
