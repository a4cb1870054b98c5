import { useState } from 'preact/hooks'
import type { TownshipEvaluationView } from '../../../shared/contract/inspection/headEvaluation.ts'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { api } from '../../data/api.ts'
import { useApi } from '../../data/useApi.ts'
import { capital } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { DutiesDialog } from './DutiesDialog.tsx'
import { headsWords } from './headsWords.ts'

type Evaluated = TownshipEvaluationView['heads'][number]

/** How the heads did in a month, those to think about first. */
export const HeadsTab = ({ month }: { month: string }) => {
	const t = useWords(headsWords)
	const evaluations = useApi<TownshipEvaluationView>(`/api/heads/evaluations?month=${month}`)
	const courtyards = useApi<{ courtyards: CourtyardView[] }>('/api/courtyards')
	const all = courtyards.state.is === 'ready' ? courtyards.state.value.courtyards : []
	const [said, setSaid] = useState('')
	const evaluate = async (): Promise<void> => {
		const answer = await api(`/api/heads/evaluations/${month}`, { method: 'PUT' })
		setSaid(
			answer.is === 'ready' ? '' : answer.is === 'refused' && answer.problem.status === 400 ? t.notOver : t.failed,
		)
		evaluations.refresh()
	}
	const button = (text: string, isMain: boolean) => (
		<>
			<button type="button" class={isMain ? 'button' : 'button-quiet'} onClick={() => void evaluate()}>
				{text}
			</button>
			{said !== '' && (
				<span class="field-error" role="alert">
					{said}
				</span>
			)}
		</>
	)
	return (
		<Live of={evaluations} skeleton={<Skeleton lines={8} tall />}>
			{({ heads }) =>
				heads.length === 0 ? (
					<Notice icon="person" title={t.none} action={button(t.evaluate, true)}>
						{t.noneNote}
					</Notice>
				) : (
					<div class="stack">
						<div class="row apart">
							<p class="grey heads-intro">{t.intro}</p>
							<div class="row no-print">{button(t.anew, false)}</div>
						</div>
						<HeadsTable heads={heads} courtyards={all} />
					</div>
				)
			}
		</Live>
	)
}

const HeadsTable = ({ heads, courtyards }: { heads: readonly Evaluated[]; courtyards: readonly CourtyardView[] }) => {
	const t = useWords(headsWords)
	const language = useLanguage()
	const [open, setOpen] = useState<Evaluated>()
	const courtyardOf = (id: string): CourtyardView | undefined => courtyards.find((one) => one.id === id)
	const nameOf = ({ courtyard }: Evaluated): string =>
		courtyardOf(courtyard)?.head ?? courtyardOf(courtyard)?.name[language] ?? ''
	const columns: readonly Column<Evaluated>[] = [
		{
			id: 'head',
			title: t.head,
			cell: (one) => (
				<>
					<strong>{nameOf(one)}</strong>
					<span class="small grey ranked-about">{courtyardOf(one.courtyard)?.name[language]}</span>
				</>
			),
			key: nameOf,
		},
		{ id: 'stars', title: t.stars, cell: ({ stars }) => <Stars stars={stars} />, key: ({ stars }) => stars },
		{
			id: 'why',
			title: t.figures,
			isProse: true,
			cell: ({ figures }) => (
				<ul class="small head-figures">
					{figures
						.filter(({ value }) => value !== null)
						.map(({ id, text }) => (
							<li key={id}>{capital(text[language])}</li>
						))}
				</ul>
			),
		},
		{
			id: 'proposal',
			title: t.proposal,
			cell: ({ adjustment }) =>
				adjustment.isProposed ? (
					<>
						<span class="badge badge-open">{t.proposed}</span>
						<span class="small ranked-about">{adjustment.text[language]}</span>
					</>
				) : undefined,
			key: ({ adjustment }) => Number(adjustment.isProposed),
		},
		{
			id: 'duties',
			title: t.duties,
			cell: (one) => (
				<button type="button" class="quiet-link plain" onClick={() => setOpen(one)}>
					{t.open}
				</button>
			),
		},
	]
	return (
		<>
			<DataTable
				caption={t.head}
				columns={columns}
				rows={heads}
				id={({ courtyard }) => courtyard}
				sort="-proposal"
				sortName="heads"
				empty={null}
			/>
			{open && (
				<DutiesDialog
					title={t.dutiesTitle(nameOf(open))}
					courtyard={open.courtyard}
					month={open.month}
					onClose={() => setOpen(undefined)}
				/>
			)}
		</>
	)
}

const Stars = ({ stars }: { stars: number | null }) => {
	const t = useWords(headsWords)
	if (stars === null) return <span class="small grey">{t.noStars}</span>
	return (
		<span class="nowrap">
			<span class="stars" aria-hidden="true">
				{'★'.repeat(stars)}
				<span class="grey">{'☆'.repeat(3 - stars)}</span>
			</span>
			<span class="spoken">{t.starsOf(stars)}</span>
		</span>
	)
}
