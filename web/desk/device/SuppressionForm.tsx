import { Dialog } from '../../components/Dialog.tsx'
import type { Answer } from '../../data/request.ts'
import { Field } from '../../forms/Field.tsx'
import { FormErrors } from '../../forms/FormErrors.tsx'
import { useForm } from '../../forms/useForm.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { suppressionWords } from './suppressionWords.ts'

export interface Suppression {
	readonly [name: string]: string
	readonly rule: string
	/** Minutes; empty: without an end. */
	readonly until: string
	readonly reason: string
}

type Choices = readonly { readonly value: string; readonly label: string }[]

interface FormProps {
	readonly title: string
	readonly note: string
	/** Which alarms there are to choose from; none: it concerns the device. */
	readonly rules?: Choices
	readonly lengths: Choices
	readonly send: (wish: Suppression) => Promise<Answer<unknown>>
	readonly close: () => void
	readonly done: () => void
}

/** Asks what, how long and why, before alarms are kept from people. */
export const SuppressionForm = ({ title, note, rules, lengths, send, close, done }: FormProps) => {
	const t = useWords(suppressionWords)
	const common = useWords(commonWords)
	const initial: Suppression = { rule: rules?.[0]?.value ?? '', until: lengths[0]?.value ?? '', reason: '' }
	const form = useForm(initial, send, () => {
		done()
		close()
	})
	const field = (name: 'rule' | 'until' | 'reason') => ({
		name,
		value: form.values[name] ?? '',
		error: form.errors.fields[name],
		onValue: (value: string) => form.set(name, value),
	})
	return (
		<Dialog title={title} onClose={close}>
			<form class="form" onSubmit={form.submit}>
				<p class="grey">{note}</p>
				{rules && <Field kind="choice" label={t.rule} choices={[...rules]} {...field('rule')} />}
				<Field kind="choice" label={t.howLong} choices={[...lengths]} {...field('until')} />
				<Field label={t.reason} hint={t.reasonHint} required {...field('reason')} />
				<FormErrors errors={form.errors} isOffline={form.state === 'offline'} />
				<div class="row">
					<button type="submit" class="button" disabled={form.state === 'sending'}>
						{t.sure}
					</button>
					<button type="button" class="button-quiet" onClick={close}>
						{common.cancel}
					</button>
				</div>
			</form>
		</Dialog>
	)
}
