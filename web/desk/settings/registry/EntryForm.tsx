import type { RegistryImported, RegistryView } from '../../../../shared/contract/registry/registry.ts'
import type { Answer } from '../../../data/request.ts'
import { Field } from '../../../forms/Field.tsx'
import { FormErrors } from '../../../forms/FormErrors.tsx'
import { notTaken, ownProblem } from '../../../forms/notTaken.ts'
import { errorText } from '../../../forms/problemText.ts'
import { useForm } from '../../../forms/useForm.ts'
import { capital } from '../../../i18n/format.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { columnsAt, entryOf, fieldsOf, isAsked } from './entryForm.ts'
import { formWords } from './formWords.ts'
import { putRegistry } from './putRegistry.ts'
import type { Column, Entry, Sheet } from './sheet/column.ts'
import type { Cells } from './sheet/merged.ts'

interface EntryFormProps {
	readonly sheet: Sheet
	readonly view: RegistryView
	/** The entry that is changed; absent: a new one. */
	readonly known?: Entry | undefined
	readonly prefilled?: Cells
	readonly onDone: (id: string) => void
}

/** All fields of an entry, those of its kind only; what the registry refuses stands at its field, in the reader's words. */
export const EntryForm = ({ sheet, view, known, prefilled = {}, onDone }: EntryFormProps) => {
	const t = useWords(formWords)
	const language = useLanguage()
	const send = async (fields: Cells): Promise<Answer<RegistryImported>> => {
		const id = fields.id?.trim() ?? ''
		if (known === undefined && view[sheet.room].some((entry) => entry.id === id)) return notTaken('id', t.taken)
		const answer = await putRegistry({ [sheet.room]: [entryOf(sheet, known, fields, view)] }, { check: false })
		if (answer.is !== 'refused' || answer.problem.errors === undefined) return answer
		const errors = answer.problem.errors.flatMap((error) => {
			const columns = columnsAt(sheet, error.field)
			if (columns.length === 0) return { field: error.field, message: errorText(error, language) }
			return columns.map(({ name, expected }) => ({
				field: name,
				message: fields[name]?.trim() ? t.expected(fields[name].trim(), expected[language]) : t.missingField,
			}))
		})
		return { is: 'refused', problem: ownProblem(t.save, errors) }
	}
	const form = useForm(fieldsOf(sheet, known, prefilled), send, () => onDone(form.values.id?.trim() ?? ''))
	const { values, errors, set, state } = form
	return (
		<form class="stack entry-form" noValidate onSubmit={form.submit}>
			{sheet.groups.map(({ title, columns }) => {
				const asked = columns.filter((column) => isAsked(column, values.kind ?? ''))
				return asked.length === 0 ? null : (
					<section key={title.en} class="card stack">
						<h2>{title[language]}</h2>
						<div class="entry-fields">
							{asked.map((column) => (
								<EntryField
									key={column.name}
									column={column}
									view={view}
									isFixed={column.name === 'id' && known !== undefined}
									error={errors.fields[column.name]}
									value={values[column.name] ?? ''}
									onValue={(value) => set(column.name, value)}
								/>
							))}
						</div>
					</section>
				)
			})}
			<FormErrors errors={errors} isOffline={state === 'offline'} />
			<div class="row">
				<button type="submit" class="button" disabled={state === 'sending'}>
					{known === undefined ? t.saveAdd : t.save}
				</button>
			</div>
		</form>
	)
}

interface EntryFieldProps {
	readonly column: Column
	readonly view: RegistryView
	readonly isFixed: boolean
	readonly error: string | undefined
	readonly value: string
	readonly onValue: (value: string) => void
}

const EntryField = ({ column, view, isFixed, ...field }: EntryFieldProps) => {
	const t = useWords(formWords)
	const language = useLanguage()
	const { name, title, hint: said, expected, is, isRequired, initial, to } = column
	const label = isRequired ? `${title[language]} *` : title[language]
	const hint = capital((said ?? expected)[language])
	if (isFixed)
		return (
			<div class="field">
				<span class="field-title">{title[language]}</span>
				<p class="small grey">{t.fixedId}</p>
				<code class="fixed-value">{field.value}</code>
			</div>
		)
	if (is !== 'choice' && is !== 'reference')
		return <Field kind={is === 'day' ? 'date' : 'text'} name={name} label={label} hint={hint} {...field} />
	const offered = to
		? view[to]
				.filter((entry) => to !== 'devices' || ('kind' in entry && entry.kind === 'gateway'))
				.map((entry) => ({ value: entry.id, label: `${entry.name[language]} (${entry.id})` }))
		: (column.choices ?? []).map((choice) => ({ value: String(choice.value), label: capital(choice[language]) }))
	const none = initial === undefined ? [{ value: '', label: isRequired ? t.choose : t.none }] : []
	return <Field kind="choice" name={name} label={label} hint={hint} choices={[...none, ...offered]} {...field} />
}
