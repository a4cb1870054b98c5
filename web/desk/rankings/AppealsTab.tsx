import { useState } from 'preact/hooks'
import type { AppealState, AppealView } from '../../../shared/contract/ranking/appeal.ts'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import { Chips } from '../../components/Chips.tsx'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { mayDecide } from '../mayDecide.ts'
import { appealsWords } from './appealsWords.ts'
import { DecideDialog } from './DecideDialog.tsx'

const states: readonly AppealState[] = ['open', 'accepted', 'rejected', 'withdrawn']

/**
 * What heads contest, and what was decided; staff decide here.
 * @param month absent: of this month and the one before
 */
export const AppealsTab = ({ month }: { month?: string }) => {
	const t = useWords(appealsWords)
	const appeals = useApi<{ appeals: AppealView[] }>(
		month === undefined ? '/api/appeals' : `/api/appeals?month=${month}`,
	)
	const courtyards = useApi<{ courtyards: CourtyardView[] }>('/api/courtyards')
	const names = courtyards.state.is === 'ready' ? courtyards.state.value.courtyards : []
	return (
		<Live of={appeals} skeleton={<Skeleton lines={4} tall />}>
			{({ appeals: all }) =>
				all.length === 0 ? (
					<Notice icon="inspection" title={t.none}>
						{t.noneNote}
					</Notice>
				) : (
					<Appeals all={all} courtyards={names} refresh={appeals.refresh} />
				)
			}
		</Live>
	)
}

interface AppealsProps {
	readonly all: readonly AppealView[]
	readonly courtyards: readonly CourtyardView[]
	readonly refresh: () => void
}

const Appeals = ({ all, courtyards, refresh }: AppealsProps) => {
	const t = useWords(appealsWords)
	const language = useLanguage()
	const state = useQuery().get('state') ?? ''
	const [decided, setDecided] = useState<AppealView>()
	const nameOf = (id: string): string => courtyards.find((one) => one.id === id)?.name[language] ?? ''
	const shown = all.filter((one) => state === '' || one.state === state)
	return (
		<div class="stack">
			<Chips
				name="state"
				label={t.states}
				choices={[
					{ value: '', label: t.all, count: all.length },
					...states.flatMap((value) => {
						const count = all.filter((one) => one.state === value).length
						return count === 0 ? [] : [{ value, label: t[value], count }]
					}),
				]}
			/>
			<ul class="stack">
				{shown.map((appeal) => (
					<Appeal key={appeal.id} appeal={appeal} name={nameOf(appeal.courtyard)} onDecide={() => setDecided(appeal)} />
				))}
			</ul>
			{decided && (
				<DecideDialog
					appeal={decided}
					name={nameOf(decided.courtyard)}
					onClose={() => setDecided(undefined)}
					onDone={() => {
						setDecided(undefined)
						refresh()
					}}
				/>
			)}
		</div>
	)
}

interface AppealProps {
	readonly appeal: AppealView
	readonly name: string
	readonly onDecide: () => void
}

const Appeal = ({ appeal, name, onDecide }: AppealProps) => {
	const t = useWords(appealsWords)
	const language = useLanguage()
	const did = { open: t.didOpen, accepted: t.didAccepted, rejected: t.didRejected, withdrawn: t.didWithdrawn }
	return (
		<li class="card stack">
			<div class="row apart">
				<h3>{name}</h3>
				<span class={`badge badge-${appeal.state}`}>{t[appeal.state]}</span>
			</div>
			<p>{appeal.text[language]}</p>
			<ol class="history">
				{appeal.events.map((event) => (
					<li key={event.at + event.to}>
						<p class="small grey">
							{dateTime(event.at, language)} · {t.event(event.by.name, did[event.to])}
						</p>
						<p>{event.reason}</p>
					</li>
				))}
			</ol>
			{appeal.notice && <p class="small grey">{appeal.notice[language]}</p>}
			{appeal.state === 'open' && mayDecide() && (
				<p>
					<button type="button" class="button" onClick={onDecide}>
						{t.decide}
					</button>
				</p>
			)}
		</li>
	)
}
