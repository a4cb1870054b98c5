import type { Band as BandName } from '../../shared/contract/score/liveViews.ts'
import type { Revolution } from '../../shared/contract/telemetry/measurand.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { decimal, scoreText } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { Band } from './Band.tsx'
import { RevolutionBar, type RevolutionPart } from './RevolutionBar.tsx'

interface ScoreProps {
	/** 0 to 100, or null while nothing is known. */
	readonly score: number | null
	readonly band: BandName
	/** Points above last month's score, below zero under it. */
	readonly change?: number | undefined
	readonly revolutions?: Partial<Record<Revolution, RevolutionPart>>
}

/** A score as people read it: the figure, its band, what changed, and the three revolutions it is made of. */
export const Score = ({ score, band, change, revolutions }: ScoreProps) => {
	const t = useWords(commonWords)
	const language = useLanguage()
	return (
		<div class="score">
			<p class="score-line">
				<span class={`score-figure figures band-${band}`}>
					{score === null ? t.noPoints : scoreText(score, 1, language)}
				</span>
				{score !== null && <span class="unit">{t.points}</span>}
				<Band band={band} />
			</p>
			{change !== undefined && (
				<p class="grey">
					{Math.abs(change) < 0.05
						? t.same
						: change > 0
							? t.better(decimal(change, 1, language))
							: t.worse(decimal(-change, 1, language))}
				</p>
			)}
			{revolutions && <RevolutionBar revolutions={revolutions} />}
		</div>
	)
}
