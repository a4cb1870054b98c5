import type { Resolution } from '../../../shared/contract/telemetry/readingsPage.ts'
import {
	dayEnd,
	dayStart,
	lastDayOf,
	monthOf,
	previousMonth,
	shanghaiDay,
} from '../../../shared/domain/time/shanghai.ts'

export const rangeNames = ['hours', 'day', 'week', 'month'] as const
export type RangeName = (typeof rangeNames)[number]

/** What a device's charts show, and the steps to both sides. Instants in milliseconds since 1970. */
export interface TimeRange {
	readonly name: RangeName
	readonly from: number
	readonly to: number
	/** How finely it is asked for: a month of a sewage work by the hour would be half a megabyte. */
	readonly resolution: Resolution
	/** The width of a point, milliseconds; absent: a point is a reading. */
	readonly step?: number
	/** It ends now and moves along. */
	readonly isLatest: boolean
	/** `at` of the ranges before and after; `later` is absent where nothing is later, and empty where the latest is. */
	readonly earlier: string
	readonly later?: string
}

const HOUR = 3_600_000
const PART = 6 * HOUR
/** How often a range that moves along is asked for anew. */
const FRESH = 600_000
const SHANGHAI = 8 * HOUR

/** `2026-11-23T12`: the hour in Asia/Shanghai. */
const hourName = (at: number): string => new Date(at + SHANGHAI).toISOString().slice(0, 13)

/**
 * The range an address names: `range` is `hours` (six of them), `day` (where it is not said), `week` or `month`; `at` a
 * day in it, `2026-11-23`, or an hour, `2026-11-23T15`. Without `at` it is the time up to now; a month is always a whole one.
 */
export const timeRange = (query: URLSearchParams, now: number): TimeRange => {
	const name = rangeNames.find((one) => one === query.get('range')) ?? 'day'
	const at = instantOf(query.get('at'))
	if (name === 'month') return monthRange(shanghaiDay(at ?? now), now)
	const { length, ...grain } = grains[name]
	if (at === undefined || at >= now) {
		const to = Math.ceil(now / FRESH) * FRESH
		return { name, from: to - length, to, ...grain, isLatest: true, earlier: nameOf(name, now - length) }
	}
	const to = name === 'hours' ? Math.floor((at + SHANGHAI) / PART) * PART - SHANGHAI + PART : dayEnd(shanghaiDay(at))
	const later = to + length > now ? '' : nameOf(name, to + length - 1)
	return { name, from: to - length, to, ...grain, isLatest: false, earlier: nameOf(name, to - length - 1), later }
}

const grains = {
	hours: { length: PART, resolution: 'raw' },
	day: { length: 24 * HOUR, resolution: 'raw' },
	week: { length: 7 * 24 * HOUR, resolution: 'hour', step: HOUR },
} as const

const monthRange = (day: string, now: number): TimeRange => {
	const month = monthOf(day)
	const [from, to] = [dayStart(`${month}-01`), dayEnd(lastDayOf(month))]
	const next = to > now ? {} : { later: shanghaiDay(to) }
	const earlier = `${previousMonth(month)}-01`
	return { name: 'month', from, to, resolution: 'four-hours', step: 4 * HOUR, isLatest: to > now, earlier, ...next }
}

const nameOf = (name: RangeName, at: number): string => (name === 'hours' ? hourName(at) : shanghaiDay(at))

const instantOf = (text: string | null): number | undefined => {
	const [, day, hour = '00'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d))?$/.exec(text ?? '') ?? []
	const at = day === undefined ? Number.NaN : Date.parse(`${day}T${hour}:00:00+08:00`)
	return Number.isNaN(at) ? undefined : at
}
