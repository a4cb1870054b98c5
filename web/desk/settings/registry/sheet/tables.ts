import type { Language } from '../../../../i18n/language.ts'
import { written } from './cell.ts'
import type { Entry, Sheet } from './column.ts'
import { csvOf } from './csvText.ts'

/** Entries as a file that the import takes back unchanged. */
export const tableOf = ({ columns }: Sheet, entries: readonly Entry[], language: Language): string =>
	csvOf([
		columns.map(({ title }) => title[language]),
		...entries.map((entry) => columns.map((column) => written(column, entry, language))),
	])

/** A file to fill in: the headings, and below each what may stand there, on a line that the import passes over. */
export const templateOf = ({ columns }: Sheet, language: Language): string =>
	csvOf([
		columns.map(({ title }) => title[language]),
		columns.map(({ expected, isRequired }, i) => {
			const must = { zh: isRequired ? '必填：' : '', en: isRequired ? 'required: ' : '' }
			return `${i === 0 ? '# ' : ''}${must[language]}${expected[language]}`
		}),
	])
