import { addDays, dayStart, monthOf, nextMonth } from './shanghai.ts'

/** The month, `2026-11`, so many before. */
export function monthsBefore(month: string, count: number): string {
	let before = month
	for (let i = 0; i < count; i++) before = monthOf(addDays(`${before}-01`, -1))
	return before
}

/** The first instant of a month, Asia/Shanghai, and of the one after it, milliseconds since 1970. */
export const monthStart = (month: string): number => dayStart(`${month}-01`)
export const monthEnd = (month: string): number => monthStart(nextMonth(month))

/** A month as people say it: `2026年11月`, `2026-11`. */
export const monthWords = (month: string): { zh: string; en: string } => ({
	zh: `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
	en: month,
})
