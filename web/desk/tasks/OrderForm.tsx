import { useState } from 'preact/hooks'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import type { ServicesView } from '../../../shared/contract/wall/services.ts'
import { api } from '../../data/api.ts'
import { useApi } from '../../data/useApi.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { capital } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { navigate } from '../../routing/navigation.ts'
import { randomKey } from '../../task/randomKey.ts'
import { newTaskWords } from './newTaskWords.ts'
import { said } from './said.ts'

const contactFields = ['name', 'phone', 'household'] as const

/** 点单 for a resident who came to the desk. */
export const OrderForm = ({ courtyards }: { courtyards: readonly CourtyardView[] }) => {
	const t = useWords(newTaskWords)
	const language = useLanguage()
	const [key] = useState(randomKey)
	const services = useApi<ServicesView>('/api/public/services')
	const offered = services.state.is === 'ready' ? services.state.value.services : []
	const form = useForm(
		{ courtyard: '', service: '', what: '', place: '', name: '', phone: '', household: '' },
		({ name, phone, household, ...order }) =>
			api<{ id: string }>('/api/orders', {
				method: 'POST',
				body: { key, ...said(order), contact: said({ name, phone, household }) },
			}),
		() => navigate('/desk/tasks?source=order'),
	)
	const { values, errors, set } = form
	const needs = offered.find(({ id }) => id === values.service)?.needs?.[language] ?? ''
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
				name="service"
				kind="choice"
				label={t.service}
				{...(needs === '' ? {} : { hint: capital(needs) })}
				error={errors.fields.service}
				value={values.service}
				onValue={(value) => set('service', value)}
				choices={[
					{ value: '', label: t.choose },
					...offered.map(({ id, name }) => ({ value: id, label: capital(name[language]) })),
				]}
			/>
			<Field
				name="what"
				kind="long"
				label={t.besides}
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
			{contactFields.map((field) => (
				<Field
					key={field}
					name={field}
					kind={field === 'phone' ? 'tel' : 'text'}
					label={t[field]}
					error={errors.fields[field]}
					value={values[field]}
					onValue={(value) => set(field, value)}
				/>
			))}
			<FormErrors errors={errors} isOffline={form.state === 'offline'} />
			<button type="submit" class="button" disabled={form.state === 'sending'}>
				{t.submit}
			</button>
		</form>
	)
}
