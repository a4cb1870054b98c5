import type { Rung } from '../../../../shared/contract/profile/profile.ts'
import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { Field } from '../../../forms/Field.tsx'
import type { Form } from '../../../forms/useForm.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { peopleOf } from './carried.ts'
import { type ChannelForm, toggled } from './channelForm.ts'
import { channelFormWords } from './channelFormWords.ts'

interface AudienceFieldsProps {
	readonly form: Form<ChannelForm>
	readonly places: Pick<RegistryView, 'townships' | 'villages' | 'courtyards'>
	readonly ladder: readonly Rung[]
}

/** Whose news a channel carries, how severe, in which language, while with whom. */
export const AudienceFields = ({ form, places, ladder }: AudienceFieldsProps) => {
	const t = useWords(channelFormWords)
	const language = useLanguage()
	const named = (list: readonly { id: string; name: { zh: string; en: string } }[]) =>
		list.map(({ id, name }) => ({ value: id, label: name[language] }))
	const choices: Record<string, { label: string; of: readonly { value: string; label: string }[] }> = {
		township: { label: t.township, of: named(places.townships) },
		village: { label: t.village, of: named(places.villages) },
		courtyard: { label: t.courtyard, of: named(places.courtyards) },
		person: { label: t.person, of: peopleOf(places).map(({ id, name }) => ({ value: id, label: name })) },
	}
	const { audience, place, rungs } = form.values
	const chosen = choices[audience] ?? { label: t.township, of: [] }
	// What the registry does not know any more is still shown as what the channel has.
	const isKnown = place === '' || chosen.of.some(({ value }) => value === place)
	const choose = (value: string): void => {
		form.set('audience', value)
		const [only, another] = choices[value]?.of ?? []
		form.set('place', another === undefined ? (only?.value ?? '') : '')
	}
	const choice = (name: 'from' | 'languages', label: string, of: readonly { value: string; label: string }[]) => (
		<Field
			name={name}
			kind="choice"
			label={label}
			error={form.errors.fields[name]}
			value={form.values[name]}
			onValue={(value) => form.set(name, value)}
			choices={of}
		/>
	)
	return (
		<>
			<Field
				name="audience"
				kind="choice"
				label={t.audience}
				value={audience}
				onValue={choose}
				choices={[
					{ value: 'township', label: t.ofTownship },
					{ value: 'village', label: t.ofVillage },
					{ value: 'courtyard', label: t.ofCourtyard },
					{ value: 'person', label: t.ofPerson },
				]}
			/>
			<Field
				name="place"
				kind="choice"
				label={chosen.label}
				{...(audience === 'person' ? { hint: t.personHint } : {})}
				error={form.errors.fields.place && t.placeWrong}
				value={place}
				onValue={(value) => form.set('place', value)}
				choices={[{ value: '', label: t.choose }, ...chosen.of, ...(isKnown ? [] : [{ value: place, label: place }])]}
			/>
			{choice('from', t.from, [
				{ value: 'minor', label: t.minor },
				{ value: 'major', label: t.major },
				{ value: 'critical', label: t.critical },
			])}
			{choice('languages', t.languages, [
				{ value: 'zh', label: t.zh },
				{ value: 'zh,en', label: t.zhEn },
				{ value: 'en,zh', label: t.enZh },
				{ value: 'en', label: t.en },
			])}
			<fieldset class="choices">
				<legend>{t.rungs}</legend>
				<p class="small grey">{t.rungsHint}</p>
				{ladder.map(({ id, name }) => (
					<label key={id} class="choice">
						<input
							type="checkbox"
							checked={rungs.split(',').includes(id)}
							onChange={() => form.set('rungs', toggled(rungs, id))}
						/>
						{name[language]}
					</label>
				))}
			</fieldset>
		</>
	)
}
