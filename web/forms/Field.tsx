import type { ComponentChildren } from 'preact'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'

interface Shared {
	readonly name: string
	readonly label: string
	readonly hint?: string
	readonly error?: string | undefined
	readonly value: string
	readonly onValue: (value: string) => void
}

type FieldProps = Shared &
	(
		| { readonly kind?: 'text' | 'tel' | 'number' | 'date' | 'month' | 'search'; readonly required?: boolean }
		| { readonly kind: 'long'; readonly required?: boolean }
		| { readonly kind: 'choice'; readonly choices: readonly { value: string; label: string }[] }
	)

/** One question of a form: its label above, a hint, and what is wrong with the answer below. */
export const Field = (props: FieldProps) => {
	const { name, label, hint, error, value, onValue } = props
	const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
	const t = useWords(commonWords)
	const isRequired = 'required' in props && props.required === true
	const common = {
		id: name,
		required: isRequired,
		// The browser takes spaces for an answer.
		ref: (input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null) =>
			input?.setCustomValidity(isRequired && value.trim() === '' ? t.fillIn : ''),
		name,
		value,
		'aria-invalid': error ? ('true' as const) : undefined,
		'aria-describedby': described === '' ? undefined : described,
		onInput: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value),
	}
	return (
		<Frame name={name} label={label} hint={hint} error={error}>
			{props.kind === 'long' ? (
				<textarea class="input" rows={4} {...common} />
			) : props.kind === 'choice' ? (
				<select class="input" {...common}>
					{props.choices.map((choice) => (
						<option key={choice.value} value={choice.value}>
							{choice.label}
						</option>
					))}
				</select>
			) : (
				// Preact's types know the kinds apart; here they differ by the keyboard that comes up.
				<input class="input" type={(props.kind ?? 'text') as 'text'} {...common} />
			)}
		</Frame>
	)
}

interface FrameProps {
	readonly name: string
	readonly label: string
	readonly hint: string | undefined
	readonly error: string | undefined
	readonly children: ComponentChildren
}

const Frame = ({ name, label, hint, error, children }: FrameProps) => (
	<div class="field">
		<label for={name}>{label}</label>
		{hint && (
			<p id={`${name}-hint`} class="small grey">
				{hint}
			</p>
		)}
		{children}
		{error && (
			<p id={`${name}-error`} class="field-error">
				{error}
			</p>
		)}
	</div>
)
