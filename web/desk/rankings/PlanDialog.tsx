import type { RankedRow } from '../../../shared/contract/ranking/ranking.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { api } from '../../data/api.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { rankingsWords } from './rankingsWords.ts'

interface PlanDialogProps {
	readonly month: string
	readonly row: RankedRow
	readonly onClose: () => void
	readonly onDone: () => void
}

/** A rectification plan (整改计划) for a courtyard on the black list. */
export const PlanDialog = ({ month, row, onClose, onDone }: PlanDialogProps) => {
	const t = useWords(rankingsWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const form = useForm(
		{ text: '', due: '' },
		(said) => api(`/api/rankings/${month}/plans`, { method: 'POST', body: { ...said, courtyard: row.courtyard } }),
		onDone,
	)
	return (
		<Dialog title={t.planFor(row.name[language])} onClose={onClose}>
			<form class="form" onSubmit={form.submit}>
				{row.listing && (
					<p>
						<span class="grey">{t.reason}</span> {row.listing.reason[language]}
					</p>
				)}
				<Field
					name="text"
					kind="long"
					label={t.planText}
					hint={t.planTextHint}
					error={form.errors.fields.text}
					value={form.values.text}
					onValue={(value) => form.set('text', value)}
				/>
				<Field
					name="due"
					kind="date"
					label={t.planDay}
					error={form.errors.fields.due}
					value={form.values.due}
					onValue={(value) => form.set('due', value)}
				/>
				<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
				<button type="submit" class="button" disabled={form.state === 'sending'}>
					{common.save}
				</button>
			</form>
		</Dialog>
	)
}
