import type { ComponentChildren } from 'preact'

/** A named part of the gallery. */
export const Part = ({
	title,
	wide = false,
	children,
}: {
	title: string
	wide?: boolean
	children: ComponentChildren
}) => (
	<section class={`gallery-part ${wide ? 'gallery-wide' : ''}`}>
		<h3 class="grey">{title}</h3>
		{children}
	</section>
)
