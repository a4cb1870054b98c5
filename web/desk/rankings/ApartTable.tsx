import type { UnrankedRow } from '../../../shared/contract/ranking/ranking.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { commonWords } from '../../i18n/commonWords.ts'
import { decimal } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { withQuery } from '../../routing/address.ts'
import { usePlace } from '../../routing/navigation.ts'
import { rankingsWords } from './rankingsWords.ts'

/** Courtyards without a place, and what they lack. */
export const ApartTable = ({ rows }: { rows: readonly UnrankedRow[] }) => {
	const t = useWords(rankingsWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const { path, search } = usePlace()
	if (rows.length === 0) return null
	return (
		<section class="stack" aria-labelledby="apart">
			<header>
				<h2 id="apart">{t.apart}</h2>
				<p class="grey">{t.apartNote}</p>
			</header>
			<DataTable
				caption={t.apart}
				rows={rows}
				id={({ courtyard }) => courtyard}
				href={({ courtyard }) => withQuery(path + search, { courtyard })}
				sortName="apart"
				empty={null}
				columns={[
					{ id: 'name', title: t.courtyard, cell: ({ name }) => name[language] },
					{ id: 'village', title: t.village, cell: ({ villageName }) => villageName[language] },
					{
						id: 'lacks',
						title: t.lacks,
						cell: ({ lacks }) => lacks.map(({ text }) => text[language]).join(language === 'zh' ? '；' : '; '),
					},
					{
						id: 'score',
						title: t.soFar,
						isFigure: true,
						cell: ({ score }) => (score === null ? common.noPoints : decimal(score, 2, language)),
					},
				]}
			/>
		</section>
	)
}
