import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockOff } from '../../../shared/domain/telemetry/clockOff.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { withHoles } from '../../../web/chart/spans.ts'
import { clockText } from '../../../web/desk/clockText.ts'
import { alarmSpans, seriesOf, shownOrder } from '../../../web/desk/device/series.ts'
import { shelvable } from '../../../web/desk/device/shelvable.ts'
import { rangeNames, timeRange } from '../../../web/desk/device/timeRange.ts'
import { deviceState } from '../../../web/desk/deviceState.ts'
import { mainValues } from '../../../web/desk/values.ts'

const NOW = Date.parse('2026-11-23T14:12:00+08:00')
const range = (query: string) => timeRange(new URLSearchParams(query), NOW)
const iso = (at: number) => new Date(at).toISOString()

describe('the time that a device is shown for', () => {
	test('is the last day where the address says nothing, and moves along every ten minutes', () => {
		expect(range('')).toMatchObject({ name: 'day', isLatest: true, resolution: 'raw', earlier: '2026-11-22' })
		expect(iso(range('').to)).toBe('2026-11-23T06:20:00.000Z')
	})

	test('is a whole day of the township where the address names one', () => {
		const day = range('range=day&at=2026-11-20')
		expect([iso(day.from), iso(day.to)]).toEqual(['2026-11-19T16:00:00.000Z', '2026-11-20T16:00:00.000Z'])
		expect([day.earlier, day.later]).toEqual(['2026-11-19', '2026-11-21'])
	})

	test('leads from yesterday to now, not to a day that is not over', () => {
		expect(range('at=2026-11-22').later).toBe('')
	})

	test('is six hours that begin at midnight, six, noon or six in the evening', () => {
		const hours = range('range=hours&at=2026-11-20T14')
		expect([iso(hours.from), hours.earlier, hours.later]).toEqual([
			'2026-11-20T04:00:00.000Z',
			'2026-11-20T11',
			'2026-11-20T23',
		])
	})

	test('is a whole month, by four hours', () => {
		const month = range('range=month&at=2026-10-05')
		expect([iso(month.from), iso(month.to)]).toEqual(['2026-09-30T16:00:00.000Z', '2026-10-31T16:00:00.000Z'])
		expect(month).toMatchObject({ resolution: 'four-hours', earlier: '2026-09-01', later: '2026-11-01' })
		expect(range('range=month').later).toBeUndefined()
	})

	test('is now where the address makes no sense', () => {
		expect(range('range=year&at=yesterday')).toEqual(range(''))
	})

	test('one step back and one forth is the same time again', () => {
		const past = fc.date({ min: new Date('2026-01-05'), max: new Date('2026-11-05'), noInvalidDate: true })
		fc.assert(
			fc.property(fc.constantFrom(...rangeNames), past, (name, date) => {
				const first = range(`range=${name}&at=${shanghaiDay(date.getTime())}`)
				const before = range(`range=${name}&at=${first.earlier}`)
				expect(before.to).toBe(first.from)
				const again = range(`range=${name}&at=${before.later}`)
				expect([again.from, again.to]).toEqual([first.from, first.to])
			}),
		)
	})
})

const page = { device: 'd', from: iso(NOW), to: iso(NOW), alarms: [] }

test('a stretch of time is drawn in its middle, with its least and greatest value', () => {
	const ammonia = { count: 3, min: 1, mean: 2, max: 4 }
	const buckets = [{ start: '2026-11-23T00:00:00.000Z', measurands: { ammonia } }]
	const points = seriesOf({ ...page, resolution: 'hour', buckets }, 3_600_000).get('ammonia') ?? []
	expect(points).toEqual([{ at: Date.parse('2026-11-23T00:30:00Z'), value: 2, low: 1, high: 4 }])
	expect(withHoles(points, [])).toEqual([[Date.parse('2026-11-23T00:30:00Z') / 1000], [1], [4], [2]])
})

test('an alarm is shaded under the measurand it watches, as far as it lies in the time shown', () => {
	const rules = [{ rule: 'ammonia-high', measurand: 'ammonia' as const, text: { zh: '', en: '' }, isYours: true }]
	const raised = { rule: 'ammonia-high', onset: iso(NOW - 9e6), raisedAt: iso(NOW - 9e6), clearedAt: null }
	const span = { from: NOW - 5e6, to: NOW }
	expect(alarmSpans([raised], rules, 'ammonia', span)).toEqual([span])
	expect(alarmSpans([raised], rules, 'battery', span)).toEqual([])
	expect(alarmSpans([{ ...raised, clearedAt: iso(NOW - 8e6) }], rules, 'ammonia', span)).toEqual([])
})

test('what makes the index low is shown first, battery and signal last', () => {
	expect(shownOrder(['battery', 'fill', 'temperature'], ['temperature'])).toEqual(['temperature', 'fill', 'battery'])
	expect(mainValues({ fill: { value: 20 }, temperature: { value: 61.5 } }, ['temperature'], 'zh', 1)).toEqual([
		{ name: 'temperature', title: '箱内温度', text: '61.5 °C' },
	])
})

test('under repair comes before a fault, and a fault before silence', () => {
	const repair = { from: NOW - 1, by: '王芳', reason: '换件' }
	const fault = { rule: 'implausible', text: { zh: '', en: '' } }
	const state = (outOfService: (typeof repair)[], faults: (typeof fault)[], values = {}) =>
		deviceState({ kind: 'waste', outOfService, faults, values }, NOW)
	expect(state([repair], [fault])).toBe('repair')
	expect(state([], [fault])).toBe('faulty')
	expect(state([], [])).toBe('silent')
	expect(deviceState({ kind: 'display', outOfService: [], faults: [], values: {} }, NOW)).toBe('listening')
	expect(state([], [], { fill: { value: 1, at: iso(NOW) } })).toBe('reporting')
})

test('only alarms that a device can raise are offered for shelving', () => {
	const named = (rule: string, measurand?: 'fill' | 'cod') => ({
		rule,
		text: { zh: rule, en: rule },
		isYours: true,
		...(measurand ? { measurand } : {}),
	})
	const rules = [named('fill-high', 'fill'), named('cod-high', 'cod'), named('silent')]
	expect(shelvable({ kind: 'waste', rules }).map(({ rule }) => rule)).toEqual(['fill-high', 'silent'])
	expect(shelvable({ kind: 'sewage', rules }).map(({ rule }) => rule)).toEqual(['cod-high', 'silent'])
})

describe('a clock', () => {
	test.each([
		['a minute fast', 60, 300, undefined],
		['three minutes fast, however seldom it reports', 185, 3600, 185],
		['as far behind as it waits between messages', -600, 600, undefined],
		['further behind than that', -700, 600, -700],
		['of a device that sends no time', null, 600, undefined],
	])('%s', (_what, ahead, interval, off) => {
		expect(clockOff(ahead, interval)).toBe(off)
	})

	test('that is wrong is told in plain words, with what to do', () => {
		expect(clockText(185, 'zh')).toMatch(/^时钟快约 3 分钟。请在设备上校准时间.*快 5 分钟以上/)
		expect(clockText(185, 'en')).toMatch(/^Its clock is about 3 minutes fast\. Set it right at the device.*5 minutes/)
		expect(clockText(-1300, 'zh')).toMatch(/^时钟慢约 21 分钟，或者数据传得慢。/)
		expect(clockText(-1300, 'en')).toMatch(/^Its clock is about 21 minutes slow, or its messages take that long\./)
	})
})
