import { expect, test } from 'vitest'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { networkOf } from '../../../shared/domain/wall/network.ts'
import { similarTo } from '../../../shared/domain/wall/similar.ts'
import { alarmTask, inspectionTask, RAISED, residentTask } from '../../doubles/tasks.ts'

const DAY = 86_400_000
const report = { ...residentTask({ id: 'wall.1', code: 'X' }, RAISED), what: '村口的垃圾桶满了,很臭', place: '村口' }
const draft = { courtyard: 'yard-1', what: '村口垃圾桶满了' }
const find = (wish: Parameters<typeof similarTo>[0], ...tasks: Parameters<typeof similarTo>[1]) =>
	similarTo(wish, tasks, RAISED + DAY, defaultProfile).map(({ id }) => id)

test('a report in other words of the same thing is found, one of something else is not', () => {
	expect(find(draft, report)).toEqual(['wall.1'])
	expect(find({ ...draft, what: '公厕没有水' }, report)).toEqual([])
})

test('a sensor alarm and an inspection of the same thing count as known; the same device is enough', () => {
	expect(find({ ...draft, what: '臭', device: 'toilet-1' }, alarmTask())).toHaveLength(1)
	expect(find({ ...draft, what: '村口垃圾未清理' }, inspectionTask())).toHaveLength(1)
})

test('another courtyard, another part of the environment, what is closed or old, and orders are never suggested', () => {
	expect(find({ ...draft, courtyard: 'yard-2' }, report)).toEqual([])
	expect(find({ ...draft, revolution: 'toilet', what: '村口满了' }, { ...report, revolution: 'waste' })).toEqual([])
	expect(find(draft, { ...report, state: 'verified' })).toEqual([])
	expect(find(draft, { ...report, raisedAt: RAISED - 14 * DAY })).toEqual([])
	expect(find(draft, { ...report, source: 'order', service: 'bulky-waste' })).toEqual([])
})

test.each([
	['203.0.113.7', '203.0.113.7'],
	['::ffff:203.0.113.7', '203.0.113.7'],
	['2001:db8:0:1:aaaa::1', '2001:db8:0:1'],
	['2001:0db8:0000:0001:bbbb:0:0:2', '2001:db8:0:1'],
	['2001:db8::1', '2001:db8:0:0'],
	['::1', '0:0:0:0'],
])('%s is counted as %s', (address, network) => {
	expect(networkOf(address)).toBe(network)
})
