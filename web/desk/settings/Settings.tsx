import './settings.css'
import type { ComponentChildren } from 'preact'
import { Page } from '../../components/Page.tsx'
import { useCurrentInSight } from '../../components/useCurrentInSight.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { usePlace } from '../../routing/navigation.ts'
import { sectionOf } from './sectionOf.ts'
import { settingsSections } from './sections.ts'
import { settingsWords } from './settingsWords.ts'

interface SettingsProps {
	/** Beside the heading: what this part is for, in one sentence. */
	readonly note?: ComponentChildren
	/** At the right of the heading: what can be done with the whole part. */
	readonly actions?: ComponentChildren
	readonly children: ComponentChildren
}

/** A part of the settings, with the way to the other parts above it. */
export const Settings = ({ note, actions, children }: SettingsProps) => {
	const t = useWords(settingsWords)
	const language = useLanguage()
	const here = sectionOf(usePlace().path)
	const tabs = useCurrentInSight<HTMLElement>(here ?? '')
	return (
		<Page title={t.title} note={note} actions={actions}>
			<nav class="tabs" ref={tabs} aria-label={t.sections}>
				{settingsSections.map(({ href, ...names }) => (
					<a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
						{names[language]}
					</a>
				))}
			</nav>
			{children}
		</Page>
	)
}
