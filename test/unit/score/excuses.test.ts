import { describe, expect, test } from 'vitest'
import { packCarry } from '../../../shared/domain/alarm/carry.ts'
import { at, bin, DAY, dayOf, every5Minutes, glance, HOUR, MINUTE, START, toilet } from './days.ts'

const END = START + 24 * HOUR
const good = { ammonia: 0.3 }
const steady = every5Minutes(START - HOUR, END, good)
const repair = (from: number, until?: number) => ({
	from,
	...(until === undefined ? {} : { until }),
	by: '王芳',
	reason: '更换传感器',
})
const without = (from: number, until: number) => steady.filter((sample) => sample.at < from || sample.at >= until)

describe('a repair on record', () => {
	test('excuses its hours; what the device sends meanwhile does not count', () => {
		const device = { ...toilet, outOfService: [repair(at('10:00'), at('12:30'))] }
		const dirty = steady.map((sample) =>
			sample.at >= at('10:00') && sample.at < at('12:30') ? { ...sample, values: { ammonia: 6 } } : sample,
		)
		const day = dayOf(toilet.id, { devices: [{ device, samples: dirty }] })
		expect(glance(day)).toBe(`${'v'.repeat(10)}xxx${'v'.repeat(11)}`)
		expect(day.hours[10]).toEqual({ is: 'excused', why: 'out-of-service' })
	})

	test('of a few minutes leaves its hour valid by the rest', () => {
		const device = { ...toilet, outOfService: [repair(at('10:00'), at('10:15'))] }
		expect(dayOf(toilet.id, { devices: [{ device, samples: steady }] }).hours[10]).toMatchObject({
			is: 'valid',
			minutes: 45,
		})
	})

	test('excuses only what it explains: an hour that also lacks other readings is a gap', () => {
		const device = { ...toilet, outOfService: [repair(at('10:00'), at('10:20'))] }
		const day = dayOf(toilet.id, { devices: [{ device, samples: without(at('10:10'), at('11:00')) }] })
		expect(day.hours[10]).toMatchObject({ is: 'gap', minutes: 0 })
	})

	test('without an end excuses the rest of the day', () => {
		const device = { ...toilet, outOfService: [repair(at('20:00'))] }
		expect(glance(dayOf(toilet.id, { devices: [{ device, samples: without(at('20:00'), END) }] }))).toBe(
			`${'v'.repeat(20)}xxxx`,
		)
	})
})

describe('an accepted appeal', () => {
	test('takes its interval of its device out of the score, and no other', () => {
		const other = { ...toilet, id: 'toilet-2' }
		const village = {
			devices: [
				{ device: toilet, samples: steady },
				{ device: other, samples: steady },
			],
			exclusions: [{ device: toilet.id, from: at('08:00'), until: at('10:00') }],
		}
		expect(dayOf(toilet.id, village).hours[8]).toEqual({ is: 'excused', why: 'appeal' })
		expect(glance(dayOf(toilet.id, village))).toBe(`${'v'.repeat(8)}xx${'v'.repeat(14)}`)
		expect(glance(dayOf(other.id, village))).toBe('v'.repeat(24))
	})

	test('of a moment that cost much leaves the rest of the hour to be judged', () => {
		const samples = steady.map((sample) => (sample.at === at('10:30') ? { ...sample, values: { ammonia: 6 } } : sample))
		const exclusions = [{ device: toilet.id, from: at('10:30'), until: at('10:35') }]
		expect(dayOf(toilet.id, { devices: [{ device: toilet, samples }], exclusions }).hours[10]).toEqual({
			is: 'valid',
			minutes: 55,
			lost: { ammonia: 10 },
		})
	})
})

describe('a fault that the sensor shows itself', () => {
	test('impossible values excuse from the first of them until they are over', () => {
		const samples = steady.map((sample) =>
			sample.at >= at('10:00') && sample.at < at('12:00')
				? { at: sample.at, values: {}, bad: ['ammonia' as const] }
				: sample,
		)
		const day = dayOf(toilet.id, { devices: [{ device: toilet, samples }] })
		expect(glance(day)).toBe(`${'v'.repeat(10)}xx${'v'.repeat(12)}`)
		expect(day.hours[11]).toEqual({ is: 'excused', why: 'sensor-fault' })
	})

	test('a low battery excuses also the silence it ends in', () => {
		const samples = [
			...every5Minutes(START - HOUR, at('06:00'), { ...good, battery: 90 }),
			...every5Minutes(at('06:00'), at('09:00'), { ...good, battery: 12 }),
		]
		expect(glance(dayOf(toilet.id, { devices: [{ device: toilet, samples }] }))).toBe(`vvvvvv${'x'.repeat(18)}`)
	})

	test('that began on an earlier day is known from the alarm state of the first hour', () => {
		const battery = {
			is: 'active' as const,
			onset: START - 9 * HOUR,
			raisedAt: START - 9 * HOUR,
			value: 12,
			last: START - HOUR,
			recent: [],
		}
		const carry = packCarry({ last: START - HOUR - 5 * MINUTE, rules: { 'battery-low': battery } })
		const samples = steady.map((sample) => ({
			...sample,
			values: { ...good, battery: sample.at < at('06:00') ? 12 : 90 },
		}))
		expect(glance(dayOf(toilet.id, { devices: [{ device: toilet, samples, carry }] }))).toBe(`xxxxxx${'v'.repeat(18)}`)
	})

	test('an alarm that is the courtyard’s matter excuses nothing', () => {
		const samples = every5Minutes(START - HOUR, END, { ammonia: 6 })
		expect(glance(dayOf(toilet.id, { devices: [{ device: toilet, samples }] }))).toBe('v'.repeat(24))
	})
})

describe('an outage', () => {
	const fleet = (...until: number[]) =>
		until.map((end, i) => ({
			device: { ...bin, id: `bin-${i}`, gateway: 'gw-1', courtyard: `yard-${i % 2}` },
			samples: without(end, at('15:00')),
		}))
	const cut = at('10:02')

	test('of all devices of a gateway together excuses the hours of each', () => {
		const devices = fleet(cut, cut, cut)
		for (const { device } of devices) {
			expect(glance(dayOf(device.id, { devices }))).toBe(`${'v'.repeat(10)}xxxxx${'v'.repeat(9)}`)
		}
		expect(dayOf('bin-0', { devices }).hours[12]).toEqual({ is: 'excused', why: 'outage' })
	})

	test('needs three devices, and half of those that report', () => {
		expect(glance(dayOf('bin-0', { devices: fleet(cut, cut) }))).toBe(`${'v'.repeat(10)}-----${'v'.repeat(9)}`)
		expect(glance(dayOf('bin-0', { devices: fleet(cut, cut, cut, END, END, END, END) }))).toContain('-----')
		expect(glance(dayOf('bin-0', { devices: fleet(cut, cut, cut, END, END, END) }))).toContain('xxxxx')
	})

	test('is none where devices fall silent at different times', () => {
		const devices = fleet(at('08:00'), at('09:00'), at('10:00'))
		expect(glance(dayOf('bin-2', { devices }))).toBe(`${'v'.repeat(10)}-----${'v'.repeat(9)}`)
	})

	test('goes on for those it began with, whoever falls silent later', () => {
		const devices = fleet(cut, cut, cut, at('12:02'))
		expect(glance(dayOf('bin-0', { devices }))).toBe(`${'v'.repeat(10)}xxxxx${'v'.repeat(9)}`)
		expect(glance(dayOf('bin-3', { devices }))).toBe(`${'v'.repeat(12)}---${'v'.repeat(9)}`)
	})

	test('is over for a device that stays silent after the others came back', () => {
		const devices = fleet(cut, cut, cut)
		devices[0] = { device: { ...bin, id: 'bin-0', gateway: 'gw-1', courtyard: 'yard-0' }, samples: without(cut, END) }
		expect(glance(dayOf('bin-0', { devices }))).toBe(`${'v'.repeat(10)}xxxxx${'-'.repeat(9)}`)
	})

	test('that began days ago is known from the newest readings before', () => {
		const devices = fleet(cut, cut, cut).map(({ device }) => ({ device, samples: [] }))
		const lastSeen = new Map(devices.map(({ device }, i) => [device.id, START - 40 * HOUR + i * MINUTE]))
		expect(glance(dayOf('bin-0', { devices, lastSeen }))).toBe('x'.repeat(24))
		expect(glance(dayOf('bin-0', { devices }))).toBe('-'.repeat(24))
	})

	test('that stays inside one courtyard excuses nothing: it may be the plug of its gateway', () => {
		const devices = fleet(cut, cut, cut).map(({ device, samples }) => ({
			device: { ...device, courtyard: 'yard-1' },
			samples,
		}))
		expect(glance(dayOf('bin-0', { devices }))).toBe(`${'v'.repeat(10)}-----${'v'.repeat(9)}`)
	})
})

describe('a sensor that is stuck', () => {
	/** Stood still since 04:00 of the day before, so it is found at 04:00. */
	const stuckCarry = packCarry({
		last: START - HOUR - 5 * MINUTE,
		rules: {},
		flat: { ammonia: { value: 0.3, since: START - 20 * HOUR } },
	})
	const moving = every5Minutes(START - HOUR, END, (now) => ({ ammonia: 0.2 + ((now / MINUTE) % 60) / 1000 }))
	const stuck = { device: toilet, samples: steady, carry: stuckCarry }

	test('is a gap from where it stood still, and doubted, if a neighbour moved', () => {
		const day = dayOf(toilet.id, { devices: [stuck, { device: { ...toilet, id: 'toilet-2' }, samples: moving }] })
		expect(glance(day)).toBe('-'.repeat(24))
		expect(day).toMatchObject({ doubts: ['flat-line'], stuckSince: START - 20 * HOUR })
		expect(day.shown).toBeUndefined()
	})

	test('is none where no neighbour moved', () => {
		const still = { device: { ...toilet, id: 'toilet-2' }, samples: steady }
		const other = { device: bin, samples: moving }
		const day = dayOf(toilet.id, { devices: [stuck, still, other] })
		expect(glance(day)).toBe('v'.repeat(24))
		expect(day.doubts).toEqual([])
	})

	test('counts again from the reading on at which it moves', () => {
		const samples = steady.map((sample) =>
			sample.at >= at('12:00') ? { ...sample, values: { ammonia: 0.1 + (sample.at % HOUR) / 1e9 } } : sample,
		)
		const day = dayOf(toilet.id, {
			devices: [
				{ ...stuck, samples },
				{ device: { ...toilet, id: 'toilet-2' }, samples: moving },
			],
		})
		expect(glance(day)).toBe(`${'-'.repeat(12)}${'v'.repeat(12)}`)
	})
})

test('a device that changed its courtyard on the day is doubted', () => {
	const device = { ...toilet, moves: [{ courtyard: 'yard-9', until: DAY }] }
	expect(dayOf(toilet.id, { devices: [{ device, samples: steady }] }).doubts).toEqual(['moved'])
})

test('the median of a radio signal is kept, without the hour before midnight', () => {
	const samples = every5Minutes(START - HOUR, END, (now) => ({
		...good,
		signal: now < START ? -120 : now < at('12:00') ? -70 : -80,
	}))
	expect(dayOf(toilet.id, { devices: [{ device: toilet, samples }] }).signal).toBe(-75)
})
