import { expect, test } from 'vitest'
import type { Shelf } from '../../../shared/contract/registry/registry.ts'
import { ruleConcerns } from '../../../shared/domain/alarm/ruleConcerns.ts'
import { endedSince, idsEndingAfter, isShelved, shelfId } from '../../../shared/domain/alarm/shelf.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'

const NOON = Date.parse('2026-11-23T04:00:00Z')
const MINUTE = 60_000
const shelf: Shelf = {
	id: 'shelf-1',
	device: 'bin-1',
	rule: 'fill-high',
	from: NOON,
	until: NOON + 10 * MINUTE,
	by: '王芳',
	reason: '收运车故障',
}

test('a shelf holds from its first millisecond up to, and not at, its end', () => {
	const at = (instant: number) => isShelved([shelf], 'bin-1', 'fill-high', instant)
	expect([at(NOON - 1), at(NOON), at(shelf.until - 1), at(shelf.until)]).toEqual([false, true, true, false])
})

test('a shelf is about its device and its rule alone, unless it is about all of the device', () => {
	const all = { ...shelf, rule: '*' }
	expect(isShelved([shelf], 'bin-1', 'fire', NOON)).toBe(false)
	expect(isShelved([shelf], 'bin-2', 'fill-high', NOON)).toBe(false)
	expect(isShelved([all], 'bin-1', 'fire', NOON)).toBe(true)
	expect(isShelved([all], 'bin-2', 'fire', NOON)).toBe(false)
})

test('where one shelf ends and another goes on, the alarm stays shelved', () => {
	const longer = { ...shelf, id: 'shelf-2', until: NOON + 20 * MINUTE }
	expect(isShelved([shelf, longer], 'bin-1', 'fill-high', NOON + 15 * MINUTE)).toBe(true)
})

test('a shelf has ended at its last instant, and not before', () => {
	const ended = (now: number) => endedSince([shelf], now - MINUTE, now).length
	expect([ended(shelf.until - 1), ended(shelf.until), ended(shelf.until + MINUTE)]).toEqual([0, 1, 0])
})

test('ids stand in the order of the planned end, so those still running are read alone', () => {
	const ids = [1, 36, 1440, 43_200].map((minutes) => shelfId({ ...shelf, until: NOON + minutes * MINUTE }))
	expect(ids.toSorted()).toEqual(ids)
	expect(ids.filter((id) => id > idsEndingAfter(NOON + 36 * MINUTE + 1))).toEqual(ids.slice(2))
})

test('the same asked for in the same millisecond is one shelf; another rule, device or time is another', () => {
	const others = [{ rule: '*' }, { device: 'bin-2' }, { from: NOON + 1 }, { until: shelf.until + 1 }]
	expect(new Set([shelf, shelf, ...others.map((other) => ({ ...shelf, ...other }))].map(shelfId)).size).toBe(5)
})

test('a rule is the matter of the courtyard or of the sensor, or there is none of the name', () => {
	const concerns = (rule: string) => ruleConcerns(defaultProfile, rule)
	expect(concerns('fill-high')).toBe('environment')
	expect(['battery-low', 'implausible', 'silent', 'flat-ammonia'].map(concerns)).toEqual(Array(4).fill('device'))
	expect(['fill-low', 'flat-fill', '*', ''].map(concerns)).toEqual(Array(4).fill(undefined))
})
