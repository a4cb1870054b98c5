import type { WallBlackListed, WallListed, WallView } from '../../../shared/contract/wall/publicWall.ts'
import { Band } from '../../components/Band.tsx'
import { RevolutionMarks } from '../../components/RevolutionMarks.tsx'
import { commonWords } from '../../i18n/commonWords.ts'
import { scoreText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { Problem, ProblemFigures } from '../home/ProblemsPart.tsx'
import { changeClass } from '../home/RankList.tsx'
import { useDoing } from '../useDoing.ts'
import { wallWords } from '../wallWords.ts'
import type { TvPage } from './tvPages.ts'

/** What a screenful shows. */
export const TvContent = ({ page, view }: { page: TvPage; view: WallView }) => {
	const { noPoints } = useWords(commonWords)
	const language = useLanguage()
	const doing = useDoing()
	switch (page.is) {
		case 'scores':
			return (
				<ul class="tv-scores">
					{page.courtyards.map(({ id, name, score, band, revolutions }) => (
						<li key={id}>
							<strong class="tv-name">{name[language]}</strong>
							<span class="tv-score">
								<span class={`figures band-${band}`}>{score === null ? noPoints : scoreText(score, 0, language)}</span>
								<Band band={band} />
							</span>
							<RevolutionMarks revolutions={revolutions} />
						</li>
					))}
				</ul>
			)
		case 'ranking':
			return (
				<ol
					class="tv-ranks"
					style={{ gridTemplateRows: `repeat(${Math.ceil(page.rows.length / 2)}, minmax(0, 3.4em))` }}
				>
					{page.rows.map(({ courtyard, name, rank, score, moved, changeText }) => (
						<li key={courtyard}>
							<span class="tv-rank figures">{rank}</span>
							<strong class="tv-name">{name[language]}</strong>
							<span class="figures">{scoreText(score, 1, language)}</span>
							<span class={`tv-change ${changeClass(moved)}`}>{moved === null ? '' : changeText[language]}</span>
						</li>
					))}
				</ol>
			)
		case 'red':
			return (
				<ol class="tv-listed tv-red">
					{page.entries.map((entry) => (
						<Entry key={entry.courtyard} entry={entry} />
					))}
				</ol>
			)
		case 'black':
			return (
				<ol class="tv-listed tv-black">
					{page.entries.map((entry) => (
						<Entry key={entry.courtyard} entry={entry} doing={doing(entry)} />
					))}
				</ol>
			)
		case 'problems':
			return (
				<div class="tv-problems">
					<ProblemFigures problems={view.problems} />
					<ul>
						{page.latest.map((problem) => (
							<Problem
								key={`${problem.courtyard}${problem.reportedAt}${problem.what.en}`}
								problem={problem}
								courtyards={view.courtyards}
							/>
						))}
					</ul>
				</div>
			)
	}
}

const Entry = ({ entry: { name, score, reason }, doing }: { entry: WallListed | WallBlackListed; doing?: string }) => {
	const t = useWords(wallWords)
	const language = useLanguage()
	return (
		<li>
			<p class="tv-line">
				<strong class="tv-name">{name[language]}</strong>
				<span class="figures">{scoreText(score, 1, language)}</span>
			</p>
			<p>{reason[language]}</p>
			{doing !== undefined && (
				<p>
					<strong>{t.doing}</strong> {doing}
				</p>
			)}
		</li>
	)
}
