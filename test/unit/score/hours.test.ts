import { expect, test } from 'vitest'
import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { neededSince } from '../../../shared/domain/score/villageDay.ts'
import { addDays } from '../../../shared/domain/time/shanghai.ts'
import { at, bin, DAY, dayOf, every5Minutes, glance, HOUR, MINUTE, START, toilet } from './days.ts'

const END = START + 24 * HOUR
/** Ammonia 0.3 has the index 90; 1 has 60; 6 has 0. */
const good: Values = { ammonia: 0.3 }

const toiletDay = (samples: ReturnType<typeof every5Minutes>, device = toilet) =>
	dayOf(device.id, { devices: [{ device, samples }] })
const hour = (day: ReturnType<typeof toiletDay>, i: number) => day.hours[i]

test('a day of steady readings has 24 valid hours of its index', () => {
	const day = toiletDay(every5Minutes(START - HOUR, END, good))
	expect(glance(day)).toBe('v'.repeat(24))
	expect(hour(day, 7)).toEqual({ is: 'valid', minutes: 60, lost: { ammonia: 10 } })
	expect(day.shown).toBe(90)
})

test('a reading holds until the next one, so an hour is the mean over time, not over readings', () => {
	const many = every5Minutes(at('10:00'), at('10:15'), { ammonia: 6 })
	const more = [0, 1, 2, 3].map((minute) => ({ at: at('10:15') + minute * MINUTE, values: good }))
	const rest = every5Minutes(at('10:20'), at('11:00'), good)
	// a quarter of an hour at 0, three quarters at 90
	expect(hour(toiletDay([...many, ...more, ...rest]), 10)).toEqual({
		is: 'valid',
		minutes: 60,
		lost: { ammonia: 32.5 },
	})
})

test('a reading holds for three intervals and no longer', () => {
	expect(hour(toiletDay([{ at: at('10:00'), values: good }]), 10)).toEqual({
		is: 'gap',
		minutes: 15,
		lost: { ammonia: 10 },
		shown: 90,
	})
})

test('a reading holds over the end of an hour and over midnight', () => {
	const day = toiletDay([
		{ at: at('00:00') - 5 * MINUTE, values: good },
		{ at: at('00:55'), values: good },
	])
	expect([hour(day, 0), hour(day, 1)]).toMatchObject([{ minutes: 15 }, { minutes: 10 }])
})

test('45 minutes make an hour valid, less do not', () => {
	const until = (clock: string) => toiletDay(every5Minutes(at('10:00'), at(clock), good)).hours[10]
	expect(until('10:35')).toMatchObject({ is: 'valid', minutes: 45 })
	expect(until('10:30')).toMatchObject({ is: 'gap', minutes: 40 })
})

test('each measurand has its newest value, and the worst of them is the index', () => {
	const samples = every5Minutes(at('10:00'), at('11:00'), good)
	samples.splice(6, 1, { at: at('10:30'), values: { hydrogenSulfide: 0.01 } })
	// the hydrogen sulfide of 10:30 (index 60) holds until 10:45
	expect(hour(toiletDay(samples), 10)).toEqual({
		is: 'valid',
		minutes: 60,
		lost: { ammonia: 7.5, hydrogenSulfide: 10 },
	})
})

test('measurands that tie for the worst share the lost points evenly', () => {
	const day = toiletDay(every5Minutes(at('10:00'), at('11:00'), { ammonia: 1, hydrogenSulfide: 0.01 }))
	expect(hour(day, 10)).toMatchObject({ lost: { ammonia: 20, hydrogenSulfide: 20 } })
})

test('a value marked bad does not count, and does not end what held before', () => {
	const samples = every5Minutes(at('10:00'), at('11:00'), good)
	samples[3] = { at: at('10:15'), values: { ammonia: 6 }, bad: ['ammonia'] }
	expect(hour(toiletDay(samples), 10)).toMatchObject({ minutes: 60, lost: { ammonia: 10 } })
})

test('readings without a scored value show nothing: the hours are gaps, neither 0 nor 100', () => {
	const day = toiletDay(every5Minutes(START, END, { battery: 80, visits: 1 }))
	expect(day.hours).toEqual(Array.from({ length: 24 }, () => ({ is: 'gap', minutes: 0 })))
	expect(day.shown).toBeUndefined()
})

test('a gap tells the index that was shown last, be it in the middle of a valid hour', () => {
	const day = toiletDay([...every5Minutes(at('10:00'), at('10:40'), good), { at: at('10:40'), values: { ammonia: 6 } }])
	expect(hour(day, 10)).toMatchObject({ is: 'valid' })
	expect(hour(day, 11)).toEqual({ is: 'gap', minutes: 0, shown: 0 })
	expect(day.shown).toBe(0)
})

test('a courtyard without devices has a day as well, and gateways and displays have none', () => {
	const gateway = { ...toilet, id: 'gw', kind: 'gateway' as const }
	expect(() => dayOf('gw', { devices: [{ device: gateway, samples: [] }] })).toThrow()
})

test('the readings that matter for a day begin in the hour in which one may lie that still holds at midnight', () => {
	expect(neededSince(defaultProfile, bin, DAY)).toBe(START - HOUR)
	expect(neededSince(defaultProfile, { ...bin, interval: 7200 }, DAY)).toBe(START - 6 * HOUR)
	expect(neededSince(defaultProfile, bin, addDays(DAY, 1))).toBe(END - HOUR)
})
