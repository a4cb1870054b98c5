import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'

interface PageProps {
	readonly title: string
	/** Beside the heading: one sentence, or the time of what is shown. */
	readonly note?: ComponentChildren
	/** At the right of the heading: what can be done with the whole page. */
	readonly actions?: ComponentChildren
	/** What the page belongs to, the widest first: links above the heading. */
	readonly within?: readonly { readonly href: string; readonly label: string }[]
	readonly children: ComponentChildren
}

/** A page: its heading, also in the window's title, and the focus on it when the reader comes from another page. */
export const Page = ({ title, note, actions, within, children }: PageProps) => {
	const { product, here } = useWords(commonWords)
	const heading = useRef<HTMLHeadingElement>(null)
	useEffect(() => {
		document.title = `${title} · ${product}`
	}, [title, product])
	useEffect(() => {
		heading.current?.focus({ preventScroll: true })
	}, [])
	return (
		<div class="page">
			<header class="page-head">
				<div>
					{within && (
						<nav class="within small no-print" aria-label={here}>
							{within.map(({ href, label }) => (
								<a key={href} href={href}>
									{label}
								</a>
							))}
						</nav>
					)}
					<h1 ref={heading} tabIndex={-1}>
						{title}
					</h1>
					{note && <p class="grey">{note}</p>}
				</div>
				{actions && <div class="row no-print">{actions}</div>}
			</header>
			{children}
		</div>
	)
}
