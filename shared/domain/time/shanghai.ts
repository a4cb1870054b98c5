const zone = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const

type Formats = Readonly<Record<'zh' | 'en' | 'clock', Intl.DateTimeFormat>>
let made: Formats | undefined

/** Made when the first instant is told: they take longer than all else of a Lambda's start, and most starts tell none. */
const formats = (): Formats => {
	made ??= {
		zh: new Intl.DateTimeFormat('zh-CN', { ...zone, month: 'numeric', day: 'numeric', weekday: 'short' }),
		en: new Intl.DateTimeFormat('en-GB', { ...zone, month: 'short', day: 'numeric', weekday: 'short' }),
		clock: new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' }),
	}
	return made
}

/** An instant as people here say it: `11月23日周一 15:40`, `Mon 23 Nov 15:40`. */
export function inShanghai(at: number): { zh: string; en: string } {
	const { zh, en, clock } = formats()
	const time = clock.format(at)
	const part = (format: Intl.DateTimeFormat, type: string): string =>
		format.formatToParts(at).find((p) => p.type === type)?.value ?? ''
	return {
		zh: `${part(zh, 'month')}月${part(zh, 'day')}日 ${part(zh, 'weekday')} ${time}`,
		en: `${part(en, 'weekday')} ${part(en, 'day')} ${part(en, 'month')} ${time}`,
	}
}

/** A calendar day without its weekday: `11月23日`, `23 Nov`. */
export function dayWords(day: string): { zh: string; en: string } {
	const { zh, en } = inShanghai(dayStart(day))
	return { zh: zh.split(' ')[0] ?? day, en: en.split(' ').slice(1, 3).join(' ') }
}

/** China has one time zone and no summer time. */
const SHANGHAI_MS = 8 * 3_600_000

/** The calendar day in Asia/Shanghai: `2026-11-23`. */
export const shanghaiDay = (at: number): string => new Date(at + SHANGHAI_MS).toISOString().slice(0, 10)

const DAY_MS = 24 * 3_600_000

/** The first millisecond of a day, `2026-11-23`, in Asia/Shanghai. */
export const dayStart = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

/** The first millisecond after a day. */
export const dayEnd = (day: string): number => dayStart(day) + DAY_MS

/** The day so many days later, or earlier. */
export const addDays = (day: string, days: number): string => shanghaiDay(dayStart(day) + days * DAY_MS)

export const nextDay = (day: string): string => addDays(day, 1)

/** The days from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
	const days: string[] = []
	for (let day = from; day <= to; day = nextDay(day)) days.push(day)
	return days
}

/** The month, `2026-11`, a day lies in. */
export const monthOf = (day: string): string => day.slice(0, 7)

/** The days of a month. */
export const daysOfMonth = (month: string): string[] => daysBetween(`${month}-01`, lastDayOf(month))

/** The last day of a month. */
export const lastDayOf = (month: string): string => addDays(`${nextMonth(month)}-01`, -1)

export const nextMonth = (month: string): string => monthOf(addDays(`${month}-28`, 4))

export const previousMonth = (month: string): string => monthOf(addDays(`${month}-01`, -1))
