import { Icon } from '../../../components/Icon.tsx'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import type { ProfileField } from './fields/profileField.ts'
import { pathText } from './profilePath.ts'
import { profileWords } from './profileWords.ts'
import type { Fault } from './useCheck.ts'

interface ProfileInputProps {
	readonly field: ProfileField
	readonly value: string
	readonly isChanged: boolean
	readonly fault: Fault | undefined
	/** Absent for those who only read. */
	readonly onValue: ((value: string) => void) | undefined
}

/** One number of a profile with its unit; a mark where it was changed, and what is wrong with it below. */
export const ProfileInput = ({ field, value, isChanged, fault, onValue }: ProfileInputProps) => {
	const t = useWords(profileWords)
	const language = useLanguage()
	const { label, unit, kind, choices = [] } = field
	const id = pathText(field.path)
	const common = {
		id,
		value,
		disabled: onValue === undefined,
		'aria-invalid': fault ? ('true' as const) : undefined,
		'aria-describedby': fault ? `${id}-error` : undefined,
		onInput: (event: { currentTarget: { value: string } }) => onValue?.(event.currentTarget.value),
	}
	return (
		<div class={isChanged ? 'field profile-field profile-changed' : 'field profile-field'}>
			<label for={id}>
				{label[language]}
				{isChanged && (
					<span class="profile-mark">
						<Icon name="edit" label={t.changed} />
					</span>
				)}
			</label>
			<span class="profile-input">
				{kind === 'choice' ? (
					<select class="input" {...common}>
						{choices.map((choice) => (
							<option key={choice.value} value={choice.value}>
								{choice.label[language]}
							</option>
						))}
					</select>
				) : kind === 'time' ? (
					<input class="input" type="time" {...common} />
				) : (
					<input class="input figures" type="number" step="any" inputMode="decimal" {...common} />
				)}
				{unit && unit[language] !== '' && <span class="grey">{unit[language]}</span>}
			</span>
			{fault && (
				<p id={`${id}-error`} class="field-error small">
					{t.fault(fault.expected[language], fault.got[language])}
				</p>
			)}
		</div>
	)
}
