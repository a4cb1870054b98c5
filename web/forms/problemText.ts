import type { FieldError, Problem } from '../../shared/contract/http/problem.ts'
import type { Language } from '../i18n/language.ts'
import { fieldName } from './fieldNames.ts'

/** What is wrong with one field, in the reader's language. */
export const errorText = ({ message, zh }: FieldError, language: Language): string => (language === 'zh' ? zh : message)

/** What is wrong with a field that does not stand beside it, so it is named. */
export const namedError = (error: FieldError, language: Language): string => {
	const text = errorText(error, language)
	if (error.field === 'body') return text
	return `${fieldName(error.field, language)}${language === 'zh' ? '：' : ': '}${text}`
}

/** Why something was refused, in the reader's language: what is wrong with each field, or the problem as a whole. */
export const problemText = ({ title, detail, zh, errors = [] }: Problem, language: Language): string => {
	if (errors.length > 0) return errors.map((error) => namedError(error, language)).join(language === 'zh' ? '；' : '; ')
	return language === 'zh' ? (zh.detail ?? zh.title) : (detail ?? title)
}
