import { useState } from 'preact/hooks'
import type { CorrectionsView, RankingView } from '../../../shared/contract/ranking/rankingViews.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Live } from '../../components/Live.tsx'
import { Since } from '../../components/Since.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { api } from '../../data/api.ts'
import { useApi } from '../../data/useApi.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { decimal, month as monthText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { publishWords } from './publishWords.ts'
import { rankingsWords } from './rankingsWords.ts'

type Correction = CorrectionsView['corrections'][number]

/** Where the published ranking would be another today, and the way to publish that beside it. */
export const Corrections = ({ ranking, refresh }: { ranking: RankingView; refresh: () => void }) => {
	const t = useWords(publishWords)
	const courtyard = useWords(rankingsWords).courtyard
	const language = useLanguage()
	const [isRevising, setRevising] = useState(false)
	const found = useApi<CorrectionsView>(`/api/rankings/${ranking.month}/corrections`)
	return (
		<section class="stack" aria-labelledby="corrections">
			<h2 id="corrections">{t.corrections}</h2>
			<Live of={found} skeleton={<Skeleton lines={3} />}>
				{({ corrections, draftVersion }) => (
					<>
						<DataTable
							caption={t.corrections}
							rows={corrections}
							id={(one) => one.courtyard}
							empty={<p class="grey">{t.noCorrections}</p>}
							columns={[
								{ id: 'name', title: courtyard, cell: ({ name }) => name[language] },
								{ id: 'was', title: t.was, cell: ({ published }) => <Standing of={published} /> },
								{ id: 'would', title: t.would, cell: ({ wouldBe }) => <Standing of={wouldBe} /> },
								{
									id: 'cause',
									title: t.cause,
									cell: ({ causes }) => causes.map((cause) => t[cause]).join(language === 'zh' ? '、' : ', '),
								},
								{ id: 'since', title: t.since, cell: ({ since }) => <Since at={since} /> },
							]}
						/>
						{corrections.length > 0 && (
							<p>
								<button type="button" class="button" onClick={() => setRevising(true)}>
									{t.revise}
								</button>
							</p>
						)}
						{isRevising && (
							<ReviseDialog
								month={ranking.month}
								draftVersion={draftVersion}
								onClose={() => setRevising(false)}
								onDone={() => {
									setRevising(false)
									found.refresh()
									refresh()
								}}
							/>
						)}
					</>
				)}
			</Live>
		</section>
	)
}

const Standing = ({ of: { rank, score, list } }: { of: Correction['published'] }) => {
	const t = useWords(publishWords)
	const lists = useWords(rankingsWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const named = list === 'red' || list === 'black' || list === 'red-waiting' || list === 'red-barred' ? lists[list] : ''
	return (
		<span class="figures">
			{rank === null ? t.notRanked : t.place(rank)} · {score === null ? common.noPoints : decimal(score, 2, language)}
			{named !== '' && ` · ${named}`}
		</span>
	)
}

interface ReviseDialogProps {
	readonly month: string
	readonly draftVersion: number
	readonly onClose: () => void
	readonly onDone: () => void
}

const ReviseDialog = ({ month, draftVersion, onClose, onDone }: ReviseDialogProps) => {
	const t = useWords(publishWords)
	const language = useLanguage()
	const form = useForm(
		{ reason: '' },
		({ reason }) => api(`/api/rankings/${month}/revisions`, { method: 'POST', body: { draftVersion, reason } }),
		onDone,
	)
	return (
		<Dialog title={t.reviseTitle(monthText(month, language))} onClose={onClose}>
			<form class="form" onSubmit={form.submit}>
				<p>{t.reviseNote}</p>
				<Field
					name="reason"
					required
					kind="long"
					label={t.why}
					error={form.errors.fields.reason}
					value={form.values.reason}
					onValue={(value) => form.set('reason', value)}
				/>
				<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
				<button type="submit" class="button" disabled={form.state === 'sending'}>
					{t.revise}
				</button>
			</form>
		</Dialog>
	)
}
