import type { Problem } from '../../shared/contract/http/problem.ts'
import type { Language } from '../i18n/language.ts'
import { errorText, namedError, problemText } from './problemText.ts'

export interface FieldErrors {
	/** By the name of the field that the form has. */
	readonly fields: Readonly<Record<string, string>>
	/** What no field of the form stands for, to be shown above it. */
	readonly others: readonly string[]
}

/** The `errors` of a problem (RFC 9457) on the fields of a form; a problem without them is told as a whole. */
export const fieldErrors = (problem: Problem, names: readonly string[], language: Language): FieldErrors => {
	const { errors = [] } = problem
	const fields: Record<string, string> = {}
	const others: string[] = errors.length === 0 ? [problemText(problem, language)] : []
	for (const error of errors) {
		if (names.includes(error.field)) fields[error.field] ??= errorText(error, language)
		else others.push(namedError(error, language))
	}
	return { fields, others }
}
