import { date, dateTime } from '../../../i18n/format.ts'
import type { Language } from '../../../i18n/language.ts'

/** A day with its year: `2026年12月1日 周二`, `Tue 1 Dec 2026`. Versions may lie years apart. @param day `YYYY-MM-DD` */
export const dayOf = (day: string, language: Language): string =>
	withYear(day.slice(0, 4), date(day, language), language)

/** The same of an instant, with its time; its year is that of the township. */
export const instantOf = (at: string, language: Language): string => dateTime(at, language)

const withYear = (year: string, said: string, language: Language): string =>
	language === 'zh' ? `${year}年${said}` : `${said} ${year}`
