import { useState } from 'preact/hooks'
import type { NewInspectionTask, TaskView } from '../../../shared/contract/task/taskView.ts'
import { Page } from '../../components/Page.tsx'
import { revolutionOrder } from '../../components/revolutionOrder.ts'
import { api } from '../../data/api.ts'
import type { Answer } from '../../data/request.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { notTaken } from '../../forms/notTaken.ts'
import { useForm } from '../../forms/useForm.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { navigate } from '../../routing/navigation.ts'
import { randomKey } from '../../task/randomKey.ts'
import { reportWords } from '../phoneWords.ts'
import { useAddress, useCourtyard } from '../useCourtyard.ts'

const urgencies = ['minor', 'major', 'critical'] as const

/** Puts a problem on record that the head saw; once, however often it is sent. */
export const ReportPage = () => {
	const t = useWords(reportWords)
	const common = useWords(commonWords)
	const { id: courtyard } = useCourtyard()
	const address = useAddress()
	const [key] = useState(randomKey)
	const send = async ({ what, place, revolution, severity }: Values): Promise<Answer<TaskView>> => {
		if (what.trim() === '') return notTaken('what', t.whatMissing)
		const wish: NewInspectionTask = {
			key,
			courtyard,
			severity: urgencies.find((one) => one === severity) ?? 'minor',
			what: what.trim(),
			...(place.trim() === '' ? {} : { place: place.trim() }),
			...revolutionOrder.filter((one) => one === revolution).reduce((_, one) => ({ revolution: one }), {}),
		}
		return api<TaskView>('/api/tasks', { method: 'POST', body: wish })
	}
	const { values, errors, state, set, submit } = useForm(initial, send, ({ id }) =>
		navigate(address(`/phone/tasks/${encodeURIComponent(id)}`), { replace: true }),
	)
	return (
		<Page title={t.title} note={t.note}>
			<form class="form" onSubmit={submit} noValidate>
				<Field
					kind="long"
					name="what"
					label={t.what}
					hint={t.whatHint}
					error={errors.fields.what}
					value={values.what}
					onValue={(value) => set('what', value)}
				/>
				<Field
					name="place"
					label={t.place}
					error={errors.fields.place}
					value={values.place}
					onValue={(value) => set('place', value)}
				/>
				<Field
					kind="choice"
					name="revolution"
					label={t.kind}
					value={values.revolution}
					onValue={(value) => set('revolution', value)}
					choices={[
						...revolutionOrder.map((value) => ({ value, label: common[value] })),
						{ value: '', label: t.otherKind },
					]}
				/>
				<Field
					kind="choice"
					name="severity"
					label={t.urgency}
					value={values.severity}
					onValue={(value) => set('severity', value)}
					choices={urgencies.map((value) => ({ value, label: t[value] }))}
				/>
				<FormErrors errors={errors} isOffline={state === 'offline'} />
				<button type="submit" class="button button-wide" disabled={state === 'sending'}>
					{state === 'sending' ? t.sending : t.send}
				</button>
			</form>
		</Page>
	)
}

const initial = { what: '', place: '', revolution: '', severity: 'minor' }
type Values = typeof initial
