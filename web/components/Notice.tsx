import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

interface NoticeProps {
	readonly icon: IconName
	readonly title: string
	readonly children?: ComponentChildren
	/** What to do next: a button or a link. */
	readonly action?: ComponentChildren
	/** It needs attention now: read aloud at once. */
	readonly urgent?: boolean
}

/** A page or part that has nothing to show: what is missing, why, and what to do next. */
export const Notice = ({ icon, title, children, action, urgent = false }: NoticeProps) => (
	<section class="notice" role={urgent ? 'alert' : undefined}>
		<Icon name={icon} />
		<h2>{title}</h2>
		{children && <p class="grey">{children}</p>}
		{action}
	</section>
)
