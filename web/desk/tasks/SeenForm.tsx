import { useState } from 'preact/hooks'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { revolutionOrder } from '../../components/revolutionOrder.ts'
import { api } from '../../data/api.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { navigate, useQuery } from '../../routing/navigation.ts'
import { randomKey } from '../../task/randomKey.ts'
import { newTaskWords } from './newTaskWords.ts'
import { said } from './said.ts'
import { tasksWords } from './tasksWords.ts'

/** Puts on record what somebody saw; the key makes a form that is sent twice one task. */
export const SeenForm = ({ courtyards }: { courtyards: readonly CourtyardView[] }) => {
	const t = useWords(newTaskWords)
	const common = useWords(commonWords)
	const severities = useWords(tasksWords)
	const language = useLanguage()
	const asked = useQuery().get('courtyard') ?? ''
	const [key] = useState(randomKey)
	const form = useForm(
		{ courtyard: asked, what: '', place: '', revolution: '', severity: 'minor' },
		(values) => api<TaskView>('/api/tasks', { method: 'POST', body: { key, ...said(values) } }),
		({ id }) => navigate(`/desk/tasks/${encodeURIComponent(id)}`),
	)
	const { values, errors, set } = form
	return (
		<form class="form" onSubmit={form.submit}>
			<Field
				name="courtyard"
				kind="choice"
				label={t.courtyard}
				error={errors.fields.courtyard}
				value={values.courtyard}
				onValue={(value) => set('courtyard', value)}
				choices={[
					{ value: '', label: t.choose },
					...courtyards.map(({ id, name }) => ({ value: id, label: name[language] })),
				]}
			/>
			<Field
				name="what"
				kind="long"
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
				name="revolution"
				kind="choice"
				label={t.revolution}
				error={errors.fields.revolution}
				value={values.revolution}
				onValue={(value) => set('revolution', value)}
				choices={[
					{ value: '', label: t.unknown },
					...revolutionOrder.map((value) => ({ value, label: common[value] })),
				]}
			/>
			<Field
				name="severity"
				kind="choice"
				label={t.severity}
				error={errors.fields.severity}
				value={values.severity}
				onValue={(value) => set('severity', value)}
				choices={(['minor', 'major', 'critical'] as const).map((value) => ({ value, label: severities[value] }))}
			/>
			<FormErrors errors={errors} isOffline={form.state === 'offline'} />
			<button type="submit" class="button" disabled={form.state === 'sending'}>
				{t.submit}
			</button>
		</form>
	)
}
