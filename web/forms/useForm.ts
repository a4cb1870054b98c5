import { useState } from 'preact/hooks'
import type { Answer } from '../data/request.ts'
import { useLanguage } from '../i18n/useWords.ts'
import { type FieldErrors, fieldErrors } from './fieldErrors.ts'

type Values = Readonly<Record<string, string>>

export interface Form<V extends Values> {
	readonly values: V
	readonly errors: FieldErrors
	readonly state: 'open' | 'sending' | 'offline'
	readonly set: (name: keyof V & string, value: string) => void
	readonly submit: (event: Event) => void
}

const fine: FieldErrors = { fields: {}, others: [] }

/**
 * A form that keeps what was typed until it was taken: what the server refuses stands at its field, a broken connection is
 * said and nothing is lost.
 */
export const useForm = <V extends Values, T>(
	initial: V,
	send: (values: V) => Promise<Answer<T>>,
	done: (value: T) => void,
): Form<V> => {
	const language = useLanguage()
	const [values, setValues] = useState(initial)
	const [errors, setErrors] = useState(fine)
	const [state, setState] = useState<Form<V>['state']>('open')
	const submit = async (): Promise<void> => {
		setState('sending')
		const answer = await send(values)
		setState(answer.is === 'offline' ? 'offline' : 'open')
		setErrors(answer.is === 'refused' ? fieldErrors(answer.problem, Object.keys(initial), language) : fine)
		if (answer.is === 'ready') done(answer.value)
		if (answer.is === 'refused') requestAnimationFrame(focusFirstError)
	}
	return {
		values,
		errors,
		state,
		set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
		submit: (event) => {
			event.preventDefault()
			if (state !== 'sending') void submit()
		},
	}
}

const focusFirstError = (): void => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
