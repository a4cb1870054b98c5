import type { AppealView } from '../../../shared/contract/ranking/appeal.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { api } from '../../data/api.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { appealsWords } from './appealsWords.ts'

interface DecideDialogProps {
	readonly appeal: AppealView
	readonly name: string
	readonly onClose: () => void
	readonly onDone: () => void
}

/** Accepts or rejects an appeal, with the reason that its head reads. */
export const DecideDialog = ({ appeal, name, onClose, onDone }: DecideDialogProps) => {
	const t = useWords(appealsWords)
	const language = useLanguage()
	const form = useForm(
		{ verdict: 'accepted', reason: '' },
		(said) =>
			api(`/api/appeals/${encodeURIComponent(appeal.id)}/decision`, {
				method: 'POST',
				body: { ...said, version: appeal.version },
			}),
		onDone,
	)
	return (
		<Dialog title={name} onClose={onClose}>
			<form class="form" onSubmit={form.submit}>
				<p>{appeal.text[language]}</p>
				<fieldset class="choices">
					<legend>{t.verdict}</legend>
					{(['accepted', 'rejected'] as const).map((verdict) => (
						<label key={verdict} class="choice">
							<input
								type="radio"
								name="verdict"
								checked={form.values.verdict === verdict}
								onChange={() => form.set('verdict', verdict)}
							/>
							<span>{verdict === 'accepted' ? t.acceptedMeans : t.rejectedMeans}</span>
						</label>
					))}
				</fieldset>
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
					{t.save}
				</button>
			</form>
		</Dialog>
	)
}
