import { useState } from 'preact/hooks'
import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { Notice } from '../../components/Notice.tsx'
import { api } from '../../data/api.ts'
import { dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { withQuery } from '../../routing/address.ts'
import { usePlace } from '../../routing/navigation.ts'
import { mayDecide } from '../mayDecide.ts'
import { Compare } from './Compare.tsx'
import { Corrections } from './Corrections.tsx'
import { publishWords } from './publishWords.ts'

interface RevisionsTabProps {
	readonly ranking: RankingView
	readonly refresh: () => void
}

/** What was published of a month, what would be different today, and any two side by side. */
export const RevisionsTab = ({ ranking, refresh }: RevisionsTabProps) => {
	const t = useWords(publishWords)
	if (ranking.revisions.length === 0)
		return (
			<Notice icon="ranking" title={t.noRevisions}>
				{t.noRevisionsNote}
			</Notice>
		)
	return (
		<div class="stack wide-gap">
			<section class="stack" aria-labelledby="revisions">
				<h2 id="revisions">{t.revisions}</h2>
				<ol class="stack">
					{ranking.revisions.toReversed().map((revision) => (
						<Revision key={revision.revision} month={ranking.month} revision={revision} />
					))}
				</ol>
			</section>
			{mayDecide() && <Corrections ranking={ranking} refresh={refresh} />}
			<Compare ranking={ranking} />
		</div>
	)
}

const Revision = ({ month, revision }: { month: string; revision: RankingView['revisions'][number] }) => {
	const t = useWords(publishWords)
	const language = useLanguage()
	const { path, search } = usePlace()
	const [state, setState] = useState<'unknown' | 'asking' | 'unchanged' | 'altered'>('unknown')
	const check = async (): Promise<void> => {
		setState('asking')
		const answer = await api<{ isUnchanged: boolean }>(`/api/rankings/${month}/check?revision=${revision.revision}`)
		setState(answer.is === 'ready' ? (answer.value.isUnchanged ? 'unchanged' : 'altered') : 'unknown')
	}
	return (
		<li class="card revision">
			<div>
				<p>
					<strong>{t.revision(revision.revision)}</strong> {revision.by} · {dateTime(revision.at, language)}
				</p>
				<p class={revision.note === undefined ? 'grey' : undefined}>{revision.note ?? t.first}</p>
			</div>
			<div class="row no-print">
				<span role="status" class={state === 'altered' ? 'field-error' : 'grey'}>
					{state === 'unchanged' ? t.unchanged : state === 'altered' ? t.altered : ''}
				</span>
				<button type="button" class="button-quiet" disabled={state === 'asking'} onClick={() => void check()}>
					{t.check}
				</button>
				<a
					class="button-quiet"
					href={withQuery(path + search, { tab: undefined, revision: String(revision.revision) })}
				>
					{t.show}
				</a>
			</div>
		</li>
	)
}
