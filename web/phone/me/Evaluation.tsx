import type { HeadEvaluation } from '../../../shared/contract/inspection/headEvaluation.ts'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { capital, month as monthText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { meWords } from '../phoneWords.ts'

/** How the head did in a month: stars, and for each figure a sentence. */
export const Evaluation = ({ courtyard, month }: { courtyard: string; month: string }) => {
	const t = useWords(meWords)
	const language = useLanguage()
	const evaluation = useApi<HeadEvaluation>(`/api/heads/${encodeURIComponent(courtyard)}/evaluation?month=${month}`, {
		pollMs: 600_000,
	})
	return (
		<section class="card stack">
			<h2>{t.evaluation(monthText(month, language))}</h2>
			<Live of={evaluation} skeleton={<Skeleton lines={5} />}>
				{({ stars, figures }) => (
					<>
						{stars === null ? (
							<p>{t.noStars}</p>
						) : (
							<p class="stars" role="img" aria-label={t.stars(stars)}>
								{'★'.repeat(stars)}
								<span class="stars-missing">{'★'.repeat(3 - stars)}</span>
							</p>
						)}
						<ul class="lost-lines">
							{figures.map(({ id, text }) => (
								<li key={id}>{capital(text[language])}</li>
							))}
						</ul>
					</>
				)}
			</Live>
		</section>
	)
}
