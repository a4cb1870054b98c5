import { decimal } from '../i18n/format.ts'
import { useLanguage } from '../i18n/useWords.ts'
import { setQuery, useQuery } from '../routing/navigation.ts'

export interface Choice {
	/** Empty: no filter. */
	readonly value: string
	readonly label: string
	readonly count?: number
}

interface ChipsProps {
	/** The name of the query parameter that keeps the choice. */
	readonly name: string
	readonly label: string
	readonly choices: readonly Choice[]
}

/** A filter whose choice stands in the address, so that it can be sent and found again. */
export const Chips = ({ name, label, choices }: ChipsProps) => {
	const language = useLanguage()
	const chosen = useQuery().get(name) ?? ''
	return (
		<fieldset class="chips">
			<legend class="spoken">{label}</legend>
			{choices.map((choice) => (
				<button
					key={choice.value}
					type="button"
					class="chip"
					aria-pressed={choice.value === chosen}
					onClick={() => setQuery({ [name]: choice.value })}
				>
					{choice.label}
					{choice.count !== undefined && <span class="chip-count figures">{decimal(choice.count, 0, language)}</span>}
				</button>
			))}
		</fieldset>
	)
}
