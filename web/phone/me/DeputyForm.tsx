import type { DeputiesView, NewDeputy } from '../../../shared/contract/people/deputies.ts'
import { addDays, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { api } from '../../data/api.ts'
import type { Answer } from '../../data/request.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { notTaken } from '../../forms/notTaken.ts'
import { useForm } from '../../forms/useForm.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { type DeputyWish, deputyFault } from './deputyFault.ts'
import { deputyWords } from './deputyWords.ts'

interface DeputyFormProps {
	readonly path: string
	readonly view: DeputiesView
	readonly onClose: () => void
	readonly onDone: () => void
}

/** A week to begin with: what most people are away for. */
const usualDays = 7

/** Who is to stand in, and from when to when. */
export const DeputyForm = ({ path, view, onClose, onDone }: DeputyFormProps) => {
	const t = useWords(deputyWords)
	const { cancel } = useWords(commonWords)
	const today = shanghaiDay(Date.now())
	const send = async (wish: DeputyWish): Promise<Answer<DeputiesView>> => {
		const fault = deputyFault(wish, today, view)
		if (fault) return notTaken(fault.field, fault.is === 'taken' ? t.taken(fault.by) : t[fault.is])
		const { name, phone, from, until } = wish
		const body: NewDeputy = { name: name.trim(), from, until, ...(phone.trim() === '' ? {} : { phone: phone.trim() }) }
		return api<DeputiesView>(path, { method: 'POST', body })
	}
	const initial = { name: '', phone: '', from: today, until: addDays(today, usualDays - 1) }
	const { values, errors, state, set, submit } = useForm(initial, send, onDone)
	return (
		<form class="form" onSubmit={submit} noValidate>
			<Field
				name="name"
				label={t.name}
				error={errors.fields.name}
				value={values.name}
				onValue={(v) => set('name', v)}
			/>
			<Field
				name="phone"
				kind="tel"
				label={t.phone}
				hint={t.phoneHint}
				error={errors.fields.phone}
				value={values.phone}
				onValue={(v) => set('phone', v)}
			/>
			<Field
				name="from"
				kind="date"
				label={t.from}
				error={errors.fields.from}
				value={values.from}
				onValue={(v) => set('from', v)}
			/>
			<Field
				name="until"
				kind="date"
				label={t.until}
				error={errors.fields.until}
				value={values.until}
				onValue={(v) => set('until', v)}
			/>
			<FormErrors errors={errors} isOffline={state === 'offline'} />
			<button type="submit" class="button button-wide" disabled={state === 'sending'}>
				{t.send}
			</button>
			<button type="button" class="button-quiet button-wide" onClick={onClose}>
				{cancel}
			</button>
		</form>
	)
}
