const zone = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const
const zh = new Intl.DateTimeFormat('zh-CN', { ...zone, month: 'numeric', day: 'numeric', weekday: 'short' })
const en = new Intl.DateTimeFormat('en-GB', { ...zone, month: 'short', day: 'numeric', weekday: 'short' })
const clock = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' })

/** An instant as people here say it: `11月23日周一 15:40`, `Mon 23 Nov 15:40`. */
export function inShanghai(at: number): { zh: string; en: string } {
	const time = clock.format(at)
	const part = (format: Intl.DateTimeFormat, type: string): string =>
		format.formatToParts(at).find((p) => p.type === type)?.value ?? ''
	return {
		zh: `${part(zh, 'month')}月${part(zh, 'day')}日 ${part(zh, 'weekday')} ${time}`,
		en: `${part(en, 'weekday')} ${part(en, 'day')} ${part(en, 'month')} ${time}`,
	}
}

/** China has one time zone and no summer time. */
const SHANGHAI_MS = 8 * 3_600_000

/** The calendar day in Asia/Shanghai: `2026-11-23`. */
export const shanghaiDay = (at: number): string => new Date(at + SHANGHAI_MS).toISOString().slice(0, 10)
