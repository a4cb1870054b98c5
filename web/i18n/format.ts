import { bandOf } from '../../shared/domain/score/round.ts'
import { inShanghai } from '../../shared/domain/time/shanghai.ts'
import type { Language } from './language.ts'

/** An instant as ISO 8601 or milliseconds since 1970. */
export type Instant = string | number

const ms = (at: Instant): number => (typeof at === 'number' ? at : Date.parse(at))

/** `11月23日 周一 15:40`, `Mon 23 Nov 15:40`: always the time of the township. */
export const dateTime = (at: Instant, language: Language): string => inShanghai(ms(at))[language]

/** `11月23日 周一`, `Mon 23 Nov`. */
export const date = (at: Instant, language: Language): string => dateTime(at, language).replace(/ \d\d:\d\d$/, '')

/** `15:40`. */
export const time = (at: Instant): string => inShanghai(ms(at)).en.slice(-5)

/** `2026年11月`, `November 2026`, from `2026-11`. */
export const month = (value: string, language: Language): string => {
	const [year = '', number = ''] = value.split('-')
	if (language === 'zh') return `${year}年${Number(number)}月`
	const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.parse(`${value}-01`))
	return `${name} ${year}`
}

const formats = new Map<string, Intl.NumberFormat>()

/** A number with exactly so many decimals. */
export const decimal = (value: number, digits: number, language: Language): string => {
	const key = `${language}${digits}`
	const format =
		formats.get(key) ??
		new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
			minimumFractionDigits: digits,
			maximumFractionDigits: digits,
		})
	formats.set(key, format)
	return format.format(value)
}

/**
 * A score with so many decimals, at most two; with more where rounding would make it belong to another band (89.96 is not
 * yet 优, so it does not stand there as 90.0).
 */
export const scoreText = (score: number, digits: number, language: Language): string => {
	const shown = [digits, digits + 1].find((count) => bandOf(rounded(score, count)) === bandOf(score))
	return decimal(score, Math.min(2, shown ?? 2), language)
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** A measured value: three figures that matter, no more than two decimals (three below 0.1), nothing after a whole number. */
export const measured = (value: number, language: Language): string => {
	const size = Math.abs(value)
	const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3
	return decimal(value, digits, language)
}

const units = [
	{ ms: 86_400_000, zh: '天', en: 'day' },
	{ ms: 3_600_000, zh: '小时', en: 'hour' },
	{ ms: 60_000, zh: '分钟', en: 'minute' },
] as const

/** How long in the largest unit that fits, at least a minute: `3 小时`, `3 hours`. */
export const duration = (length: number, language: Language): string => {
	const unit = units.find((candidate) => length >= candidate.ms) ?? units[2]
	const count = Math.max(1, Math.floor(length / unit.ms))
	return language === 'zh' ? `${count} ${unit.zh}` : `${count} ${unit.en}${count === 1 ? '' : 's'}`
}

/** `3 小时前`, `3 hours ago`; within a minute `刚刚`, `just now`; ahead of time `3 小时后`, `in 3 hours`. */
export const since = (at: Instant, now: number, language: Language): string => {
	const passed = now - ms(at)
	if (Math.abs(passed) < 60_000) return language === 'zh' ? '刚刚' : 'just now'
	const length = duration(Math.abs(passed), language)
	if (language === 'zh') return `${length}${passed > 0 ? '前' : '后'}`
	return passed > 0 ? `${length} ago` : `in ${length}`
}

/** A share of one as `60%`, with a decimal only where there is one: `66.7%`. */
export const percent = (share: number, language: Language): string => {
	const tenths = Math.round(share * 1000) / 10
	return `${decimal(tenths, Number.isInteger(tenths) ? 0 : 1, language)}%`
}

/** A text that stands by itself begins with a capital; in Chinese it stays as it is. */
export const capital = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase())
