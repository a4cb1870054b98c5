import type { ChangesView } from '../../../shared/contract/service/overview.ts'
import { Band } from '../../components/Band.tsx'
import { commonWords } from '../../i18n/commonWords.ts'
import { date, decimal, scoreText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { todayWords } from './todayWords.ts'

/** Courtyards that rose or fell, with the cause, and how many tasks came and went. */
export const Changes = ({ view }: { view: ChangesView }) => {
	const t = useWords(todayWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const { day, before, compared, up, down, courtyards, tasks } = view
	const noon = (one: string): string => date(`${one}T12:00:00+08:00`, language)
	return (
		<section class="card stack">
			<header>
				<h2>{t.changes}</h2>
				{compared > 0 && <p class="small grey">{t.changesNote(noon(day), noon(before))}</p>}
			</header>
			<p>{compared === 0 ? t.notCompared : t.compared(up, down, compared - up - down)}</p>
			{courtyards.length > 0 && (
				<ul class="change-lines">
					{courtyards.map(({ courtyard, name, score, band, change, cause }) => (
						<li key={courtyard}>
							<a href={`/desk/courtyards/${encodeURIComponent(courtyard)}?month=${day.slice(0, 7)}&day=${day}`}>
								<span class="row apart">
									<strong>{name[language]}</strong>
									<span class={`nowrap figures ${change > 0 ? 'rank-up' : 'rank-down'}`}>
										<span aria-hidden="true">{change > 0 ? '▲' : '▼'}</span>{' '}
										{(change > 0 ? t.up : t.down)(decimal(Math.abs(change), 1, language))}
									</span>
								</span>
								<span class="row apart small grey">
									<span>{cause?.text[language]}</span>
									<span class="row nowrap figures">
										{scoreText(score, 1, language)} {common.points} <Band band={band} />
									</span>
								</span>
							</a>
						</li>
					))}
				</ul>
			)}
			<footer>
				<h3>{t.lastDay}</h3>
				<p class="task-counts figures">
					<span>
						<strong>{tasks.raised}</strong> {t.taskRaised}
					</span>
					<span>
						<strong>{tasks.verified}</strong> {t.taskVerified}
					</span>
					<span>
						<strong>{tasks.dismissed}</strong> {t.taskDismissed}
					</span>
				</p>
			</footer>
		</section>
	)
}
