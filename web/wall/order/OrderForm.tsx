import { useState } from 'preact/hooks'
import type { WallView } from '../../../shared/contract/wall/publicWall.ts'
import type { ServicesView } from '../../../shared/contract/wall/services.ts'
import type { ReceivedView } from '../../../shared/contract/wall/wallViews.ts'
import { Notice } from '../../components/Notice.tsx'
import { api } from '../../data/api.ts'
import type { Answer } from '../../data/request.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { capital } from '../../i18n/format.ts'
import { words } from '../../i18n/language.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { randomKey } from '../../task/randomKey.ts'
import { ContactFields, contactOf } from '../tell/ContactFields.tsx'
import { KindChoice } from '../tell/KindChoice.tsx'
import { faultsOf, plainProblem, problemWords } from '../tell/plainProblem.ts'
import { Trap } from '../tell/Trap.tsx'
import { tellWords } from '../tell/tellWords.ts'
import { WhereFields } from '../tell/WhereFields.tsx'

const orderWords = words({
	service: { zh: '需要什么服务？', en: 'Which service?' },
	what: { zh: '还有什么要说明的？（选填）', en: 'Anything else to say? (optional)' },
	none: { zh: '现在没有可以点的服务', en: 'No service is offered at present' },
	noneNote: { zh: '有需要请直接找院落长。', en: 'Please ask your courtyard head.' },
})

const empty = {
	service: '',
	courtyard: '',
	place: '',
	what: '',
	name: '',
	phone: '',
	household: '',
	website: '',
}

interface OrderFormProps {
	readonly services: ServicesView['services']
	readonly wall: WallView
	readonly done: (code: string) => void
}

/** What, where, and whom to visit. */
export const OrderForm = ({ services, wall, done }: OrderFormProps) => {
	const t = useWords(tellWords)
	const o = useWords(orderWords)
	const p = useWords(problemWords)
	const language = useLanguage()
	const [key] = useState(randomKey)
	const send = async (values: typeof empty): Promise<Answer<ReceivedView>> => {
		const faults = faultsOf(values, { what: false, service: true, contact: true }, p)
		if (faults) return { is: 'refused', problem: faults }
		const { service, courtyard, place, what, website } = values
		const body = {
			...{ key, website, service, courtyard, contact: contactOf(values) },
			...(place.trim() === '' ? {} : { place: place.trim() }),
			...(what.trim() === '' ? {} : { what: what.trim() }),
		}
		const answer = await api<ReceivedView>('/api/public/orders', { method: 'POST', body })
		return answer.is === 'refused' ? { ...answer, problem: plainProblem(answer.problem, p) } : answer
	}
	const form = useForm(empty, send, ({ code }) => done(code))
	const { values, errors, state, set, submit } = form
	if (services.length === 0)
		return (
			<Notice icon="task" title={o.none}>
				{o.noneNote}
			</Notice>
		)
	return (
		<form class="form" noValidate onSubmit={submit}>
			<KindChoice
				name="service"
				title={o.service}
				kinds={services.map(({ id, name, needs, revolution }) => ({
					value: id,
					icon: revolution ?? 'person',
					label: capital(name[language]),
					note: capital(needs[language]),
				}))}
				value={values.service}
				error={errors.fields.service}
				onValue={(value) => set('service', value)}
			/>
			<WhereFields form={form} wall={wall} />
			<Field
				name="what"
				kind="long"
				label={o.what}
				error={errors.fields.what}
				value={values.what}
				onValue={(value) => set('what', value)}
			/>
			<ContactFields title={t.contactNeeded} privacy={t.privacyOrder} form={form} />
			<Trap value={values.website} onValue={(value) => set('website', value)} />
			<FormErrors errors={errors} isOffline={state === 'offline'} />
			<button class="button button-wide" type="submit" disabled={state === 'sending'}>
				{state === 'sending' ? t.sending : t.send}
			</button>
		</form>
	)
}
