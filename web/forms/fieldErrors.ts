import type { Problem } from '../../shared/contract/problem.ts'

export interface FieldErrors {
	/** By the name of the field that the form has. */
	readonly fields: Readonly<Record<string, string>>
	/** What no field of the form stands for, to be shown above it. */
	readonly others: readonly string[]
}

/** The `errors` of a problem (RFC 9457) on the fields of a form; a problem without them is told as a whole. */
export const fieldErrors = ({ title, detail, errors = [] }: Problem, names: readonly string[]): FieldErrors => {
	const fields: Record<string, string> = {}
	const others: string[] = errors.length === 0 ? [detail ?? title] : []
	for (const { field, message } of errors) {
		if (names.includes(field)) fields[field] ??= message
		else others.push(field === 'body' ? message : `${field}: ${message}`)
	}
	return { fields, others }
}
