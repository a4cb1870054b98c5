import type { WallView } from '../../../shared/contract/wall/publicWall.ts'
import { Band } from '../../components/Band.tsx'
import { RevolutionMarks } from '../../components/RevolutionMarks.tsx'
import { commonWords } from '../../i18n/commonWords.ts'
import { scoreText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { wallWords } from '../wallWords.ts'

interface ScoresNowProps extends Pick<WallView, 'courtyards' | 'villages'> {
	/** On paper: as of when. */
	readonly title?: string
}

/** Every courtyard with its score now, the best first; those of which nothing is known stand last. */
export const ScoresNow = ({ courtyards, villages, title }: ScoresNowProps) => {
	const t = useWords(wallWords)
	const { noPoints } = useWords(commonWords)
	const language = useLanguage()
	const names = new Map(villages.map(({ id, name }) => [id, name[language]]))
	const sorted = [...courtyards].sort((a, b) => (b.score ?? -1) - (a.score ?? -1))
	return (
		<section class="stack" aria-labelledby="scores">
			<h2 id="scores">{title ?? t.scores}</h2>
			<ul class="yards">
				{sorted.map(({ id, name, village, score, band, revolutions }) => (
					<li key={id} class="yard">
						<span class="yard-name">
							<strong>{name[language]}</strong>
							<span class="small grey">{names.get(village)}</span>
						</span>
						<span class="yard-score">
							<span class={`yard-figure figures band-${band}`}>
								{score === null ? noPoints : scoreText(score, 1, language)}
							</span>
							<Band band={band} />
						</span>
						<RevolutionMarks revolutions={revolutions} />
					</li>
				))}
			</ul>
		</section>
	)
}
