import type { WallRanking } from '../../../shared/contract/wall/publicWall.ts'
import { date } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { wallWords } from '../wallWords.ts'

/** When it was published, and each correction since with its reason. */
export const Revisions = ({ ranking: { revisions } }: { ranking: Pick<WallRanking, 'revisions'> }) => {
	const t = useWords(wallWords)
	const language = useLanguage()
	return (
		<ul class="small grey">
			{revisions.map(({ revision, at, note }) => (
				<li key={revision}>
					{revision === 1 ? t.published(date(at, language)) : t.revised(revision, date(at, language))}
					{revision > 1 && note !== undefined && `${language === 'zh' ? '：' : ': '}${note}`}
				</li>
			))}
		</ul>
	)
}
