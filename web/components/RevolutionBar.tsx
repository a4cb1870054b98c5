import type { Band } from '../../shared/contract/score/liveViews.ts'
import type { Revolution } from '../../shared/contract/telemetry/measurand.ts'
import { commonWords } from '../i18n/commonWords.ts'
import { scoreText } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { Icon } from './Icon.tsx'
import { revolutionOrder } from './revolutionOrder.ts'

export interface RevolutionPart {
	readonly score: number | null
	readonly band: Band
}

/** Toilets, waste and sewage side by side, each with icon, word, points and a bar that is full at 100. */
export const RevolutionBar = ({ revolutions }: { revolutions: Partial<Record<Revolution, RevolutionPart>> }) => {
	const t = useWords(commonWords)
	const language = useLanguage()
	return (
		<ul class="revolutions">
			{revolutionOrder.flatMap((name) => {
				const part = revolutions[name]
				if (part === undefined) return []
				return (
					<li key={name}>
						<span class="revolution-name">
							<Icon name={name} />
							{t[name]}
						</span>
						<span class={part.score === null ? 'grey revolution-unknown' : 'figures'}>
							{part.score === null ? t.insufficient : scoreText(part.score, 1, language)}
							{part.score !== null && <span class="spoken">{t[part.band]}</span>}
						</span>
						<Segment score={part.score} band={part.band} />
					</li>
				)
			})}
		</ul>
	)
}

const Segment = ({ score, band }: RevolutionPart) => (
	<svg class="segment" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
		<rect class="segment-ground" width="100" height="8" rx="0" />
		{score !== null && <rect class={`fill-${band}`} width={Math.max(1, score)} height="8" />}
	</svg>
)
