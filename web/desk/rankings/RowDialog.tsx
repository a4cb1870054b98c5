import type { RankedRowView, RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Live } from '../../components/Live.tsx'
import { type Loss, LossBars } from '../../components/LossBars.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { words } from '../../i18n/language.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { setQuery, useQuery } from '../../routing/navigation.ts'
import { rankingsWords } from './rankingsWords.ts'

const rowWords = words({
	lost: { zh: '分扣在哪里', en: 'Where the points went' },
	lostNote: {
		zh: '右边是折算到总分的扣分；句子里是在各部分中扣的分。',
		en: 'At the right, points of the whole score; in the sentences, points of the part.',
	},
	repair: { zh: '最值得先做的一件事', en: 'The one repair that would gain most' },
	notes: { zh: '数据情况', en: 'What it rests on' },
	open: { zh: '打开院落页', en: 'Open the courtyard' },
})

/** Why a row is as it is, frozen with it; the address names the courtyard. */
export const RowDialog = ({ ranking }: { ranking: RankingView }) => {
	const language = useLanguage()
	const courtyard = useQuery().get('courtyard')
	const row = ranking.rows.find((one) => one.courtyard === courtyard)
	if (row === undefined) return null
	return (
		<Dialog title={row.name[language]} onClose={() => setQuery({ courtyard: undefined })}>
			<Explanation
				key={row.courtyard}
				path={`/api/rankings/${ranking.month}/explanation/${encodeURIComponent(row.courtyard)}?revision=${ranking.revision ?? 'draft'}`}
				courtyard={row.courtyard}
			/>
		</Dialog>
	)
}

const Explanation = ({ path, courtyard }: { path: string; courtyard: string }) => {
	const t = useWords(rowWords)
	const part = useWords(rankingsWords)
	const language = useLanguage()
	const view = useApi<RankedRowView>(path)
	return (
		<Live of={view} skeleton={<Skeleton lines={5} />}>
			{({ row, why }) => {
				const losses: Loss[] = (['environment', 'inspection'] as const).flatMap((name) =>
					why[name].losses.map(({ points, text }, at) => ({
						id: `${name}${at}`,
						sentence: `${part[name]}${language === 'zh' ? '：' : ': '}${text[language]}`,
						points,
					})),
				)
				return (
					<div class="stack">
						{why.sum && <p class="figures">{why.sum[language]}</p>}
						{row.is === 'ranked' && row.listing && <p>{row.listing.reason[language]}</p>}
						{row.is === 'unranked' && row.lacks.map(({ is, text }) => <p key={is}>{text[language]}</p>)}
						{why.repair && (
							<section>
								<h3>{t.repair}</h3>
								<p>{why.repair.text[language]}</p>
							</section>
						)}
						<section class="stack">
							<h3>{t.lost}</h3>
							<p class="small grey">{t.lostNote}</p>
							<LossBars losses={losses} />
						</section>
						<section class="small grey">
							<h3>{t.notes}</h3>
							{[...why.environment.notes, ...why.inspection.notes, why.response.text].map((note) => (
								<p key={note.en}>{note[language]}</p>
							))}
						</section>
						<p>
							<a href={`/desk/courtyards/${encodeURIComponent(courtyard)}`}>{t.open}</a>
						</p>
					</div>
				)
			}}
		</Live>
	)
}
