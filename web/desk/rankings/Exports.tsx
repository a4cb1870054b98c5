import { useState } from 'preact/hooks'
import type { RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { Icon } from '../../components/Icon.tsx'
import { download } from '../../data/download.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { rankingsWords } from './rankingsWords.ts'
import { type RankingFilter, scopeOf } from './shownRows.ts'

/** What is shown as a file, or on paper: the published one as the page to hang up, a draft as it is on the screen. */
export const Exports = ({ ranking, filter }: { ranking: RankingView; filter: RankingFilter }) => {
	const t = useWords(rankingsWords)
	const common = useWords(commonWords)
	const [isFailed, setFailed] = useState(false)
	const { month, revision } = ranking
	const query = `?scope=${encodeURIComponent(scopeOf(filter))}&revision=${revision ?? 'draft'}`
	const save = async (kind: 'xlsx' | 'csv'): Promise<void> => {
		const name = `院落评比-${month}-${revision === undefined ? '草稿' : `第${revision}版`}.${kind}`
		setFailed((await download(`/api/rankings/${month}.${kind}${query}`, name)) === 'failed')
	}
	return (
		<>
			{isFailed && (
				<span class="field-error" role="alert">
					{t.notDownloaded}
				</span>
			)}
			<button type="button" class="button-quiet" onClick={() => void save('xlsx')}>
				<Icon name="download" />
				{t.xlsx}
			</button>
			<button type="button" class="button-quiet" onClick={() => void save('csv')}>
				<Icon name="download" />
				{t.csv}
			</button>
			{revision === undefined ? (
				<button type="button" class="button-quiet" onClick={() => print()}>
					<Icon name="print" />
					{common.print}
				</button>
			) : (
				<a class="button-quiet" href={`/api/public/rankings/${month}/print${query}`} target="_blank" rel="noopener">
					<Icon name="print" />
					{common.print}
				</a>
			)}
		</>
	)
}
