import { expect, test } from 'vitest'
import { NO_CARRY } from '../../../shared/domain/alarm/carry.ts'
import { foldAlarms } from '../../../shared/domain/alarm/fold.ts'
import { silentFrom } from '../../../shared/domain/alarm/outOfService.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { toilet } from '../../doubles/township.ts'

const MINUTE = 60_000
const HOLD = 15
const repair = (from: number, until?: number) => ({
	from: from * MINUTE,
	...(until === undefined ? {} : { until: until * MINUTE }),
	by: '王芳',
	reason: '更换传感器',
})

/** Minutes: a device heard last at 0, whose readings stand for 15. */
const silent = (...outOfService: ReturnType<typeof repair>[]) => silentFrom({ outOfService }, 0, HOLD * MINUTE) / MINUTE

test('a device is silent once its last reading has ceased to hold', () => {
	expect(silent()).toBe(HOLD)
	expect(silent(repair(-60, -30))).toBe(HOLD)
})

test('after a repair a device has as long again to be heard', () => {
	expect(silent(repair(5, 60))).toBe(60 + HOLD)
	expect(silent(repair(-5, 5))).toBe(5 + HOLD)
	expect(silent(repair(HOLD, 60))).toBe(60 + HOLD)
})

test('a repair right after another puts it off further, in whatever order they stand', () => {
	expect(silent(repair(70, 90), repair(5, 60))).toBe(90 + HOLD)
	expect(silent(repair(76, 90), repair(5, 60))).toBe(60 + HOLD)
})

test('a silence that was there before the repair is not undone by it', () => {
	expect(silent(repair(HOLD + 1, 60))).toBe(HOLD)
})

test('a device under repair until further notice is not silent', () => {
	expect(silent(repair(5))).toBe(Number.POSITIVE_INFINITY)
})

test('the next reading tells the same silence as the clock did: before the repair, after it, or none', () => {
	const heardAt = (minute: number, ...outOfService: ReturnType<typeof repair>[]) =>
		foldAlarms(
			defaultProfile,
			{ ...toilet, outOfService },
			NO_CARRY,
			[0, minute].map((at) => ({ at: at * MINUTE, values: { ammonia: 0.1 }, bad: [] })),
		).intervals.map(({ onset, clearedAt = 0 }) => [onset / MINUTE, clearedAt / MINUTE])
	expect(heardAt(65, repair(5, 60))).toEqual([])
	expect(heardAt(80, repair(5, 60))).toEqual([[75, 80]])
	expect(heardAt(65, repair(30, 60))).toEqual([[15, 65]])
})
