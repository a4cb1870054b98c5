import type { Language } from '../../../i18n/language.ts'
import type { Difference } from './differences.ts'
import { type ProfileField, typedOf } from './fields/profileField.ts'
import type { KnownField } from './fields/profileParts.ts'
import { pathText } from './profilePath.ts'

export interface Said {
	/** What it belongs to; absent where only the place in the file is known. */
	readonly group: string | undefined
	readonly label: string
	/** The label is the place in the file: for what has no input. */
	readonly isPath: boolean
	readonly before: string | undefined
	readonly after: string | undefined
}

const LONGEST = 60

/** A difference in the words of the form. @param fields those that have an input, by path */
export const saidOf = (
	{ path, ...values }: Difference,
	fields: ReadonlyMap<string, KnownField>,
	language: Language,
): Said => {
	const name = pathText(path)
	const known = fields.get(name)
	if (!known) return { group: undefined, label: name, isPath: true, ...mapped(values, shortened) }
	const { field, group } = known
	return {
		group: group.title[language],
		label: field.label[language],
		isPath: false,
		...mapped(values, (value) => withUnit(field, value, language)),
	}
}

const mapped = ({ before, after }: { before: unknown; after: unknown }, say: (value: unknown) => string) => ({
	before: before === undefined ? undefined : say(before),
	after: after === undefined ? undefined : say(after),
})

/** A value as its input shows it, with its unit. */
export const withUnit = ({ path: _path, ...field }: ProfileField, value: unknown, language: Language): string => {
	const typed = typedOf({ ...field, path: [] }, value)
	const said = field.choices?.find((choice) => choice.value === typed)?.label[language] ?? typed
	const unit = field.unit?.[language] ?? ''
	return unit === '' || said === '' ? said : `${said} ${unit}`
}

/** What has no words of its own, as JSON; something with a name is called by it. */
const shortened = (value: unknown): string => {
	const text = JSON.stringify(value)
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
