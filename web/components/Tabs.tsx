import type { ComponentChildren } from 'preact'
import { withQuery } from '../routing/address.ts'
import { usePlace } from '../routing/navigation.ts'
import { useCurrentInSight } from './useCurrentInSight.ts'

export interface Tab {
	/** Empty: the first one, which the address does not name. */
	readonly value: string
	readonly label: string
}

interface TabsProps {
	readonly name: string
	readonly label: string
	readonly tabs: readonly Tab[]
	/** What is shown for the chosen tab. */
	readonly children: (chosen: string) => ComponentChildren
}

/** Parts of one page. They are links, so each has an address and the back button works. */
export const Tabs = ({ name, label, tabs, children }: TabsProps) => {
	const { path, search } = usePlace()
	const asked = new URLSearchParams(search).get(name) ?? ''
	const chosen = tabs.some(({ value }) => value === asked) ? asked : ''
	const row = useCurrentInSight<HTMLElement>(chosen)
	return (
		<>
			<nav class="tabs" ref={row} aria-label={label}>
				{tabs.map((tab) => (
					<a
						key={tab.value}
						href={withQuery(path + search, { [name]: tab.value })}
						aria-current={tab.value === chosen ? 'page' : undefined}
					>
						{tab.label}
					</a>
				))}
			</nav>
			{children(chosen)}
		</>
	)
}
