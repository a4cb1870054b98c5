import type { DeviceQuality, DoubtState } from '../../../shared/contract/score/dataQuality.ts'
import { doubtWords } from '../../../shared/domain/score/scoreWords.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { api } from '../../data/api.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { qualityWords } from './qualityWords.ts'

interface ReviewDialogProps {
	readonly month: string
	readonly device: DeviceQuality
	readonly doubt: DoubtState
	readonly onClose: () => void
	readonly onDone: () => void
}

/** Settles a doubt on all days on which it is open, with how one knows. */
export const ReviewDialog = ({ month, device, doubt, onClose, onDone }: ReviewDialogProps) => {
	const t = useWords(qualityWords)
	const language = useLanguage()
	const form = useForm(
		{ verdict: 'harmless', reason: '' },
		(said) =>
			api('/api/data-quality/reviews', {
				method: 'POST',
				body: { month, device: device.device, doubt: doubt.doubt, days: doubt.openDays, ...said },
			}),
		onDone,
	)
	return (
		<Dialog title={device.name[language]} onClose={onClose}>
			<form class="form" onSubmit={form.submit}>
				<p>{doubtWords[doubt.doubt][language]}</p>
				<fieldset class="choices">
					<legend>{t.verdict}</legend>
					{(['harmless', 'confirmed'] as const).map((verdict) => (
						<label key={verdict} class="choice">
							<input
								type="radio"
								name="verdict"
								checked={form.values.verdict === verdict}
								onChange={() => form.set('verdict', verdict)}
							/>
							<span>{verdict === 'harmless' ? t.harmlessMeans : t.confirmedMeans}</span>
						</label>
					))}
				</fieldset>
				<Field
					name="reason"
					required
					kind="long"
					label={t.why}
					hint={t.whyHint}
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
