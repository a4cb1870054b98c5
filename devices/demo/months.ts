import { dayMs, isoLocalDay } from '../simulator/localTime.ts'

/** The local month of an instant: `2026-11`. */
export const monthAt = (at: number): string => isoLocalDay(at).slice(0, 7)

/** The local month before that of an instant. */
export const lastMonthAt = (at: number): string => {
	const dayOfMonth = Number(isoLocalDay(at).slice(8))
	return monthAt(at - dayOfMonth * dayMs)
}

/** The days of a month. */
export const daysOf = (month: string): string[] => {
	const [year = 0, number = 1] = month.split('-').map(Number)
	const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
	return Array.from({ length }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`)
}
