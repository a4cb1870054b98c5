import type { FieldError, Problem } from '../../shared/contract/problem.ts'
import type { Language } from '../i18n/language.ts'

/** What is wrong with one field, in the reader's language. */
export const errorText = ({ message, zh }: FieldError, language: Language): string => (language === 'zh' ? zh : message)

/** Why something was refused, in the reader's language: what is wrong with each field, or the problem as a whole. */
export const problemText = ({ title, detail, zh, errors = [] }: Problem, language: Language): string => {
	if (errors.length > 0) return errors.map((error) => errorText(error, language)).join(language === 'zh' ? '；' : '; ')
	return language === 'zh' ? (zh.detail ?? zh.title) : (detail ?? title)
}
