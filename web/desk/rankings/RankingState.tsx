import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { Icon } from '../../components/Icon.tsx'
import { dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { withQuery } from '../../routing/address.ts'
import { usePlace } from '../../routing/navigation.ts'
import { rankingsWords } from './rankingsWords.ts'

/** Whether what is shown is published, by whom and when, and whether it would be another today. */
export const RankingState = ({ ranking }: { ranking: RankingView }) => {
	const t = useWords(rankingsWords)
	const language = useLanguage()
	const { path, search } = usePlace()
	const { revision, revisions, generation, draft } = ranking
	const shown = revisions.find((one) => one.revision === revision)
	const latest = revisions.at(-1)
	if (shown === undefined)
		return (
			<p class="state state-draft">
				<Icon name="edit" />
				{t.draftOf(dateTime(generation.generatedAt, language))}
			</p>
		)
	const differs = draft === undefined || draft.hash === latest?.hash ? 0 : draft.counts.corrections
	return (
		<div>
			<p class="state state-published">
				<Icon name="check" />
				{t.published(shown.revision, shown.by, dateTime(shown.at, language))}
			</p>
			{shown.note && <p class="grey">{shown.note}</p>}
			{shown !== latest && (
				<p>
					<a href={withQuery(path + search, { revision: undefined })}>{t.latest}</a>
				</p>
			)}
			{shown === latest && differs > 0 && (
				<p>
					{t.changedSince(differs)} <a href={withQuery(path + search, { tab: 'revisions' })}>{t.look}</a>
				</p>
			)}
		</div>
	)
}
