import { fieldValues } from './cronField.ts'

/** Whether the expression's day fields allow a day; `month` is 1-12. */
export type DayMatcher = (year: number, month: number, day: number) => boolean

const monthDays = { min: 1, max: 31 }
/** 1 is Sunday, unlike in Unix cron. */
const weekDays = { min: 1, max: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] }

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const weekDay = (year: number, month: number, day: number): number =>
	new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1

/** The weekday (Monday to Friday) nearest to a day of the month, without leaving the month. */
const nearestWeekday = (year: number, month: number, wanted: number): number => {
	const last = daysIn(year, month)
	const day = Math.min(wanted, last)
	const name = weekDay(year, month, day)
	if (name === 7) return day === 1 ? day + 2 : day - 1
	if (name === 1) return day === last ? day - 2 : day + 1
	return day
}

const dayOfMonth = (text: string): DayMatcher => {
	if (text === 'L') return (year, month, day) => day === daysIn(year, month)
	if (text === 'LW') return (year, month, day) => day === nearestWeekday(year, month, 31)
	const nearest = /^(\d+)W$/.exec(text)?.[1]
	if (nearest !== undefined) {
		const [wanted = 1] = fieldValues(nearest, monthDays)
		return (year, month, day) => wanted <= daysIn(year, month) && day === nearestWeekday(year, month, wanted)
	}
	const days = new Set(fieldValues(text, monthDays))
	return (_year, _month, day) => days.has(day)
}

const dayOfWeek = (text: string): DayMatcher => {
	const last = /^(\w+)L$/.exec(text)?.[1]
	if (last !== undefined) {
		const [name] = fieldValues(last, weekDays)
		return (year, month, day) => weekDay(year, month, day) === name && day + 7 > daysIn(year, month)
	}
	const [, weekday, nth] = /^(\w+)#([1-5])$/.exec(text) ?? []
	if (weekday !== undefined && nth !== undefined) {
		const [name] = fieldValues(weekday, weekDays)
		return (year, month, day) => weekDay(year, month, day) === name && Math.ceil(day / 7) === Number(nth)
	}
	const names = new Set(fieldValues(text === 'L' ? '7' : text, weekDays))
	return (year, month, day) => names.has(weekDay(year, month, day))
}

/**
 * The rule of the two day fields: one of them must be `?`, so that they cannot contradict each other. Throws a
 * RangeError in words.
 */
export const dayMatcher = (monthField: string, weekField: string): DayMatcher => {
	if ((monthField === '?') === (weekField === '?'))
		throw new RangeError('exactly one of day-of-month and day-of-week must be ?')
	return weekField === '?' ? dayOfMonth(monthField) : dayOfWeek(weekField)
}
