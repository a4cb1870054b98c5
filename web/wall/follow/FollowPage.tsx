import '../../design/figures.css'
import '../../design/forms.css'
import '../tell/tell.css'
import type { FollowedView } from '../../../shared/contract/wall/wallViews.ts'
import { Icon } from '../../components/Icon.tsx'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Since } from '../../components/Since.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { type UseApi, useApi } from '../../data/useApi.ts'
import { capital, dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import type { PageProps } from '../../routing/Routes.tsx'
import { Answer } from './Answer.tsx'
import { followWords } from './followWords.ts'
import { OwnPhoto } from './OwnPhoto.tsx'

/** Two minutes: the wall answers an address so many questions an hour, and a whole village may share one. */
const pollMs = 120_000

/** What became of a report or an order, for whoever has its code. */
export const FollowPage = ({ params }: PageProps) => {
	const t = useWords(followWords)
	const report = useApi<FollowedView>(`/api/public/reports/${encodeURIComponent(params.code ?? '')}`, { pollMs })
	return (
		<Page title={t.title}>
			<div class="phone tell">
				<Refused of={report} />
				{statusOf(report) === undefined && (
					<Live of={report} skeleton={<Skeleton lines={5} tall />}>
						{(view) => <Followed view={view} refresh={report.refresh} />}
					</Live>
				)}
			</div>
		</Page>
	)
}

/** Of what the reader can understand and do something about. */
const statusOf = ({ state }: UseApi<FollowedView>): 404 | 429 | undefined => {
	if (state.is !== 'failed' || state.failure.is !== 'refused') return undefined
	const { status } = state.failure.problem
	return status === 404 || status === 429 ? status : undefined
}

const Refused = ({ of }: { of: UseApi<FollowedView> }) => {
	const t = useWords(followWords)
	const status = statusOf(of)
	if (status === undefined) return null
	const enter = (
		<a class="button" href="/wall/follow">
			{t.enter}
		</a>
	)
	return status === 404 ? (
		<Notice icon="search" title={t.none} action={enter} urgent>
			{t.noneNote}
		</Notice>
	) : (
		<Notice icon="clock" title={t.tooMany} urgent>
			{t.tooManyNote}
		</Notice>
	)
}

const Followed = ({ view, refresh }: { view: FollowedView; refresh: () => void }) => {
	const t = useWords(followWords)
	const language = useLanguage()
	const { code, courtyardName, what, place, reportedAt, state, stateSince, steps, question, photos, meToo } = view
	return (
		<>
			<section class="card follow-state">
				<span class="small grey">{code}</span>
				<strong>{t[state]}</strong>
				<span class="grey">
					<Since at={stateSince} />
				</span>
			</section>
			{question.mayAnswer && <Answer code={code} until={question.until} answered={refresh} />}
			<section class="stack">
				<h2>{t.yours}</h2>
				<p>{what}</p>
				{photos.map(({ key }) => (
					<OwnPhoto key={key} code={code} photo={key} alt={t.photo} />
				))}
				<p class="small grey">
					<Icon name="place" /> {[courtyardName?.[language], place].filter(Boolean).join(' · ')}
					<br />
					{dateTime(reportedAt, language)}
					{meToo > 0 && ` · ${t.meToo(meToo)}`}
				</p>
			</section>
			<section class="stack">
				<h2>{t.steps}</h2>
				<ol class="timeline">
					{steps.map(({ at, text, by }) => (
						<li key={`${at}${text.en}`}>
							<strong>{capital(text[language])}</strong>
							<span class="small grey">
								{by[language]} · {dateTime(at, language)}
							</span>
						</li>
					))}
				</ol>
			</section>
		</>
	)
}
