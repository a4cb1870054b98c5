import type { WallCourtyard, WallProblem, WallProblems } from '../../../shared/contract/wall/publicWall.ts'
import { Icon } from '../../components/Icon.tsx'
import { date } from '../../i18n/format.ts'
import { words } from '../../i18n/language.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { wallWords } from '../wallWords.ts'

const problemWords = words({
	sources: {
		zh: (sensors: number, residents: number, inspections: number) =>
			`传感器发现 ${sensors}，居民上报 ${residents}，检查发现 ${inspections}`,
		en: (sensors: number, residents: number, inspections: number) =>
			`${sensors} by sensors, ${residents} by residents, ${inspections} on inspections`,
	},
	services: {
		zh: (ordered: number, delivered: number) => `点单服务 ${ordered} 次，已完成 ${delivered} 次`,
		en: (ordered: number, delivered: number) => `${ordered} services ordered, ${delivered} delivered`,
	},
	none: { zh: '这个月还没有问题。', en: 'No problems this month so far.' },
	foundOn: { zh: (day: string) => `${day}发现`, en: (day: string) => `found ${day}` },
	reportedOn: { zh: (day: string) => `${day}上报`, en: (day: string) => `reported ${day}` },
	solvedOn: { zh: (day: string) => `${day}解决`, en: (day: string) => `solved ${day}` },
})

interface ProblemsPartProps {
	readonly problems: WallProblems
	readonly courtyards: readonly WallCourtyard[]
}

/** What was found and what was mended this month: counted, and the latest of it without anybody's name or words. */
export const ProblemsPart = ({ problems, courtyards }: ProblemsPartProps) => {
	const t = useWords(wallWords)
	const p = useWords(problemWords)
	const { reported, solved, underWay, services, latest } = problems
	return (
		<section class="stack" aria-labelledby="problems">
			<h2 id="problems">{t.problems}</h2>
			<ProblemFigures problems={problems} />
			<p class="grey">
				{p.sources(reported.sensors, reported.residents, reported.inspections)}
				{services.ordered + services.delivered > 0 && (
					<>
						<br />
						{p.services(services.ordered, services.delivered)}
					</>
				)}
			</p>
			{latest.length === 0 && solved + underWay === 0 && <p class="grey">{p.none}</p>}
			<ul class="problem-list">
				{latest.slice(0, 10).map((problem) => (
					<Problem key={`${problem.courtyard}${problem.reportedAt}${problem.what.en}`} {...{ problem, courtyards }} />
				))}
			</ul>
		</section>
	)
}

/** Three figures: found, under way, solved. */
export const ProblemFigures = ({ problems: { reported, solved, underWay } }: { problems: WallProblems }) => {
	const t = useWords(wallWords)
	const figures = [
		{ value: reported.sensors + reported.residents + reported.inspections, label: t.reported },
		{ value: underWay, label: t.underWay },
		{ value: solved, label: t.solved },
	]
	return (
		<dl class="problem-figures">
			{figures.map(({ value, label }) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd class="figures">{value}</dd>
				</div>
			))}
		</dl>
	)
}

interface ProblemProps {
	readonly problem: WallProblem
	readonly courtyards: readonly WallCourtyard[]
}

/** One matter: what, where, how it stands. */
export const Problem = ({ problem, courtyards }: ProblemProps) => {
	const t = useWords(wallWords)
	const p = useWords(problemWords)
	const language = useLanguage()
	const { source, revolution, what, courtyard, state, reportedAt, solvedAt } = problem
	const since = source === 'alarm' ? p.foundOn : p.reportedOn
	const name = courtyards.find(({ id }) => id === courtyard)?.name[language] ?? ''
	return (
		<li class={`problem problem-${state}`}>
			<Icon name={revolution ?? 'task'} />
			<span class="problem-what">
				<strong>{what[language].replace(/^[a-z]/, (letter) => letter.toUpperCase())}</strong>
				<span class="small grey">
					{name} ·{' '}
					<span class="nowrap">
						{solvedAt === null ? since(date(reportedAt, language)) : p.solvedOn(date(solvedAt, language))}
					</span>
				</span>
			</span>
			<span class="problem-state">
				<Icon name={state === 'solved' ? 'check' : 'clock'} />
				{state === 'solved' ? t.solved : state === 'waiting' ? t.waiting : t.underWay}
			</span>
		</li>
	)
}
