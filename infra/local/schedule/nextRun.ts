import { dayMatcher } from './cronDays.ts'
import { fieldValues } from './cronField.ts'
import { instantOf, wallTime } from './zonedTime.ts'

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const
const dayMs = unitMs.day
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
/** An expression such as 29 February on a Monday recurs within 40 years (28, or 40 across a year like 2100). */
const longestSearchDays = 40 * 366

const nextOfRate = (count: number, unit: keyof typeof unitMs, after: number): Date => {
	const period = count * unitMs[unit]
	return new Date((Math.floor(after / period) + 1) * period)
}

const nextOfCron = (fields: readonly string[], timezone: string, after: number): Date | undefined => {
	const [minute = '', hour = '', day = '', month = '', weekday = '', year = '', ...rest] = fields
	if (year === '' || rest.length > 0) throw new RangeError('a cron expression has six fields')
	const minutes = fieldValues(minute, { min: 0, max: 59 })
	const hours = fieldValues(hour, { min: 0, max: 23 })
	const inMonth = new Set(fieldValues(month, { min: 1, max: 12, names: months }))
	const inYear = new Set(fieldValues(year, { min: 1970, max: 2199 }))
	const onDay = dayMatcher(day, weekday)

	const first = wallTime(timezone, after)
	const start = Date.UTC(first.year, first.month - 1, first.day)
	for (let index = 0; index < longestSearchDays; index += 1) {
		const date = new Date(start + index * dayMs)
		const wall = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
		if (!inYear.has(wall.year) || !inMonth.has(wall.month) || !onDay(wall.year, wall.month, wall.day)) continue
		for (const atHour of hours) {
			for (const atMinute of minutes) {
				const instant = instantOf(timezone, { ...wall, hour: atHour, minute: atMinute })
				if (instant !== undefined && instant > after) return new Date(instant)
			}
		}
	}
	return undefined
}

/**
 * When a schedule of EventBridge runs next, strictly after `after`; undefined when it never does again.
 *
 * - `rate(n minutes|hours|days)`: at whole multiples of the period since 1970, so that a restart keeps the beat. (AWS
 *   counts from the schedule's creation, which has no meaning here.)
 * - `cron(minute hour day-of-month month day-of-week year)` in the IANA time zone. As EventBridge Scheduler does: a time
 *   that the clocks skip in spring is skipped, one that they show twice in autumn runs once, the first time.
 *   https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 *
 * Throws a RangeError, in words, for an expression or a time zone that it does not know.
 */
export const nextRun = (expression: string, timezone: string, after: Date): Date | undefined => {
	const [, count, unit, plural] = /^rate\(([1-9]\d*) (minute|hour|day)(s?)\)$/.exec(expression) ?? []
	if (count !== undefined && (unit === 'minute' || unit === 'hour' || unit === 'day')) {
		if ((count === '1') !== (plural === '')) throw new RangeError(`${expression}: write 1 ${unit}, 2 ${unit}s`)
		return nextOfRate(Number(count), unit, after.getTime())
	}
	const fields = /^cron\((.+)\)$/.exec(expression)?.[1]
	if (fields === undefined) throw new RangeError(`${expression} is neither rate(…) nor cron(…)`)
	return nextOfCron(fields.trim().split(/\s+/), timezone, after.getTime())
}
