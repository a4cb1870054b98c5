import type { WallView } from '../../../shared/contract/wall/publicWall.ts'
import { Field } from '../../forms/Field.tsx'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { tellWords } from './tellWords.ts'

interface Asked {
	readonly values: { readonly courtyard: string; readonly place: string }
	readonly errors: { readonly fields: Readonly<Record<string, string>> }
	readonly set: (name: 'courtyard' | 'place', value: string) => void
}

/** Which courtyard, by village, and where in it in the reader's own words. */
export const WhereFields = ({ form, wall }: { form: Asked; wall: Pick<WallView, 'courtyards' | 'villages'> }) => {
	const t = useWords(tellWords)
	const language = useLanguage()
	const { values, errors, set } = form
	const error = errors.fields.courtyard
	return (
		<>
			<div class="field">
				<label for="courtyard">{t.courtyard}</label>
				<select
					class="input"
					id="courtyard"
					name="courtyard"
					value={values.courtyard}
					aria-invalid={error ? 'true' : undefined}
					aria-describedby={error ? 'courtyard-error' : undefined}
					onChange={({ currentTarget }) => set('courtyard', currentTarget.value)}
				>
					<option value="">{t.chooseCourtyard}</option>
					{wall.villages.map((village) => (
						<optgroup key={village.id} label={village.name[language]}>
							{wall.courtyards
								.filter((courtyard) => courtyard.village === village.id)
								.map(({ id, name }) => (
									<option key={id} value={id}>
										{name[language]}
									</option>
								))}
						</optgroup>
					))}
				</select>
				{error && (
					<p id="courtyard-error" class="field-error">
						{error}
					</p>
				)}
			</div>
			<Field
				name="place"
				label={t.place}
				hint={t.placeHint}
				error={errors.fields.place}
				value={values.place}
				onValue={(value) => set('place', value)}
			/>
		</>
	)
}
