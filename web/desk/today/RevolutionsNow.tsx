import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import { Band } from '../../components/Band.tsx'
import { Icon } from '../../components/Icon.tsx'
import { revolutionOrder } from '../../components/revolutionOrder.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { scoreText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { revolutionSummary } from './revolutionSummary.ts'
import { todayWords } from './todayWords.ts'

/** Toilets, waste and sewage over all courtyards: points and band, who reports, and where it is worst. */
export const RevolutionsNow = ({ courtyards }: { courtyards: readonly CourtyardView[] }) => {
	const t = useWords(todayWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const shown = revolutionOrder.flatMap((name) => {
		const summary = revolutionSummary(courtyards, name)
		return summary ? [{ name, ...summary }] : []
	})
	if (shown.length === 0) return null
	return (
		<section class="stack">
			<header>
				<h2>{t.now}</h2>
				<p class="small grey">{t.nowNote}</p>
			</header>
			<ul class="revolutions-now">
				{shown.map(({ name, score, band, reporting, devices, lowest }) => (
					<li key={name} class="card">
						<h3 class="revolution-title">
							<Icon name={name} /> {common[name]}
						</h3>
						<p class="score-line">
							<span class={`now-figure figures band-${band}`}>
								{score === null ? common.noPoints : scoreText(score, 1, language)}
							</span>
							{score !== null && <span class="unit">{common.points}</span>}
							<Band band={band} />
						</p>
						<p class="small grey figures">{t.reporting(reporting, devices)}</p>
						{lowest && (
							<p class="small now-lowest">
								<span class="grey">{t.lowest}</span>{' '}
								<a href={`/desk/courtyards/${encodeURIComponent(lowest.courtyard.id)}`}>
									{lowest.courtyard.name[language]}
								</a>{' '}
								<span class="figures">{scoreText(lowest.score, 1, language)}</span>
							</p>
						)}
					</li>
				))}
			</ul>
		</section>
	)
}
