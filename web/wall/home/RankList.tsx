import type { WallRanking, WallView } from '../../../shared/contract/wall/publicWall.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { decimal } from '../../i18n/format.ts'
import { words } from '../../i18n/language.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { wallWords } from '../wallWords.ts'

const listWords = words({
	environment: { zh: '环境', en: 'Environment' },
	inspection: { zh: '检查', en: 'Inspection' },
	response: { zh: '响应', en: 'Response' },
	unranked: { zh: '未参加排名', en: 'Not ranked' },
})
const partOrder = ['environment', 'inspection', 'response'] as const

interface RankListProps {
	readonly ranking: WallRanking
	readonly villages: WallView['villages']
}

/** All places, with what the score is made of; those without a place stand apart, with what they lack. */
export const RankList = ({ ranking: { rows, unranked }, villages }: RankListProps) => {
	const t = useWords(wallWords)
	const l = useWords(listWords)
	const { noPoints } = useWords(commonWords)
	const language = useLanguage()
	const names = new Map(villages.map(({ id, name }) => [id, name[language]]))
	return (
		<>
			{rows.length > 0 && (
				<ol class="ranks">
					{rows.map(({ courtyard, name, village, rank, score, parts, moved, changeText }) => (
						<li key={courtyard}>
							<span class="rank-place figures">
								<span class="spoken">{t.rankOf(rank)}</span>
								<span aria-hidden="true">{rank}</span>
							</span>
							<span class="rank-about">
								<strong>{name[language]}</strong>
								<span class="small grey">{names.get(village)}</span>
							</span>
							<span class="rank-parts small grey figures">
								{partOrder
									.flatMap((part) => {
										const points = parts[part]
										return points === undefined ? [] : `${l[part]} ${decimal(points, 1, language)}`
									})
									.join(' · ')}
							</span>
							<span class="rank-score">
								<strong class="figures">{decimal(score, 2, language)}</strong>
								<span class={`small ${changeClass(moved)}`}>{changeText[language]}</span>
							</span>
						</li>
					))}
				</ol>
			)}
			{unranked.length > 0 && (
				<section class="stack">
					<h3>{l.unranked}</h3>
					<ul class="ranks">
						{unranked.map(({ courtyard, name, score, why }) => (
							<li key={courtyard}>
								<span class="rank-place grey" aria-hidden="true">
									{noPoints}
								</span>
								<span class="rank-about">
									<strong>{name[language]}</strong>
									<span class="small grey">{why[language]}</span>
								</span>
								<span class="rank-score figures grey">{score === null ? noPoints : decimal(score, 2, language)}</span>
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	)
}

/** Colour beside the arrow and the word. */
export const changeClass = (moved: number | null): string =>
	moved === null || moved === 0 ? 'grey' : moved > 0 ? 'rank-up' : 'rank-down'
