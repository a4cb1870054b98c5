import type { ComponentChildren } from 'preact'
import { decimal } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { inspectionsWords } from './inspectionsWords.ts'

/** At the thumb: the score as it stands, and the button that sends it. */
export const ScoreBar = ({ score, children }: { score: number; children: ComponentChildren }) => {
	const t = useWords(inspectionsWords)
	const language = useLanguage()
	return (
		<div class="sheet-bar">
			<p role="status">
				<span class="grey">{t.total}</span> <strong class="figures">{decimal(score, 2, language)}</strong>
			</p>
			{children}
		</div>
	)
}
