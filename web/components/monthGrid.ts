import { daysOfMonth } from '../../shared/domain/time/shanghai.ts'

/** The days of a month in weeks that begin on Monday; undefined before the first and after the last. */
export const monthGrid = (month: string): (string | undefined)[][] => {
	const days = daysOfMonth(month)
	const before = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7
	const cells = [...Array.from({ length: before }, () => undefined), ...days]
	const weeks: (string | undefined)[][] = []
	for (let at = 0; at < cells.length; at += 7) {
		const week = cells.slice(at, at + 7)
		weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => undefined)])
	}
	return weeks
}
