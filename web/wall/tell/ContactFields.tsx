import { Field } from '../../forms/Field.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { tellWords } from './tellWords.ts'

const names = ['name', 'phone', 'household'] as const
type ContactName = (typeof names)[number]

interface ContactFieldsProps {
	readonly title: string
	readonly privacy: string
	readonly form: {
		readonly values: Readonly<Record<ContactName, string>>
		readonly errors: { readonly fields: Readonly<Record<string, string>> }
		readonly set: (name: ContactName, value: string) => void
	}
}

/** How somebody may be reached, and what becomes of it. */
export const ContactFields = ({ title, privacy, form: { values, errors, set } }: ContactFieldsProps) => {
	const t = useWords(tellWords)
	return (
		<fieldset class="stack">
			<legend class="tell-legend">{title}</legend>
			<p class="small grey">{privacy}</p>
			{names.map((name) => (
				<Field
					key={name}
					name={name}
					kind={name === 'phone' ? 'tel' : 'text'}
					label={t[name]}
					error={errors.fields[name]}
					value={values[name]}
					onValue={(value) => set(name, value)}
				/>
			))}
		</fieldset>
	)
}

/** The contact as the API takes it; undefined where nothing was left. */
export const contactOf = (values: Readonly<Record<ContactName, string>>): Record<string, string> | undefined => {
	const said = names.flatMap((name) => (values[name].trim() === '' ? [] : [[name, values[name].trim()]]))
	return said.length === 0 ? undefined : Object.fromEntries(said)
}
