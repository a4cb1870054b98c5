import type { ExplanationView } from '../../../shared/contract/score/scoreViews.ts'
import { Failed } from '../../components/Failed.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import type { UseApi } from '../../data/useApi.ts'
import { month as monthText, scoreText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { homeWords } from '../phoneWords.ts'

const shownAtOnce = 3

/** The month as it stands, the one repair that would gain most, and where the points went. */
export const MonthSoFar = ({ of, month }: { of: UseApi<ExplanationView>; month: string }) => {
	const t = useWords(homeWords)
	const language = useLanguage()
	if (of.state.is === 'loading') return <Skeleton lines={3} />
	if (of.state.is === 'failed') {
		const { failure } = of.state
		// Of a month whose first day is not over there is nothing to tell.
		if (failure.is === 'refused' && failure.problem.status === 404) return <p class="grey">{t.noMonth}</p>
		return <Failed failure={failure} again={of.refresh} />
	}
	const { score, repair, parts } = of.state.value
	return (
		<section class="stack">
			<p class="row apart">
				<span class="grey">{t.month(monthText(month, language))}</span>
				{score !== null && <strong class="figures">{t.monthPoints(scoreText(score, 1, language))}</strong>}
			</p>
			{repair === null ? (
				<p>{t.repairNone}</p>
			) : (
				<div class="standing standing-good">
					<Icon name="today" />
					<div>
						<h2>{t.repair}</h2>
						<p>{repair.text[language]}</p>
					</div>
				</div>
			)}
			{parts.length > 0 && (
				<div>
					<h2>{t.lost}</h2>
					<Lost texts={parts.slice(0, shownAtOnce).map(({ text }) => text[language])} />
					{parts.length > shownAtOnce && (
						<details class="more">
							<summary>{t.lostMore(parts.length - shownAtOnce)}</summary>
							<Lost texts={parts.slice(shownAtOnce).map(({ text }) => text[language])} />
						</details>
					)}
				</div>
			)}
		</section>
	)
}

const Lost = ({ texts }: { texts: readonly string[] }) => (
	<ol class="lost-lines">
		{texts.map((text) => (
			<li key={text}>{text}</li>
		))}
	</ol>
)
