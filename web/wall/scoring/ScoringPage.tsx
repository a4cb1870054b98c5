import { Page } from '../../components/Page.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { wallWords } from '../wallWords.ts'
import { scoringWords } from './scoringWords.ts'

const parts = ['sees', 'index', 'average', 'losses', 'silent', 'excused', 'ranking', 'lists', 'appeal'] as const

/** How a score and a ranking come about, as it is told at a village meeting. */
export const ScoringPage = () => {
	const t = useWords(scoringWords)
	const { scoring } = useWords(wallWords)
	return (
		<Page title={scoring}>
			<dl class="scoring">
				{parts.map((part) => (
					<div key={part}>
						<dt>{t[`${part}Title`]}</dt>
						<dd>{t[part]}</dd>
					</div>
				))}
			</dl>
		</Page>
	)
}
