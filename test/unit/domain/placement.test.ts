import { expect, test } from 'vitest'
import { courtyardOn, withHistory } from '../../../shared/domain/registry/placement.ts'
import { toilet } from '../../doubles/township.ts'

const moved = {
	...toilet,
	courtyard: 'yard-3',
	moves: [
		{ courtyard: 'yard-1', until: '2026-10-05' },
		{ courtyard: 'yard-2', until: '2026-10-20' },
	],
}

test('a device counts for the courtyard it is in, and from the day of a move on for the new one', () => {
	expect(['2026-10-04', '2026-10-05', '2026-10-19', '2026-10-20'].map((day) => courtyardOn(moved, day))).toEqual([
		'yard-1',
		'yard-2',
		'yard-2',
		'yard-3',
	])
})

test('a device counts for nobody before it joined and after it left', () => {
	const device = { ...toilet, joined: '2026-10-05', left: '2026-10-07' }
	expect(['2026-10-04', '2026-10-05', '2026-10-07', '2026-10-08'].map((day) => courtyardOn(device, day))).toEqual([
		undefined,
		'yard-1',
		'yard-1',
		undefined,
	])
})

test('a new device counts from the day it is added, unless it says since when', () => {
	expect(withHistory(undefined, toilet, '2026-11-24').joined).toBe('2026-11-24')
	expect(withHistory(undefined, { ...toilet, joined: '2026-10-01' }, '2026-11-24').joined).toBe('2026-10-01')
	expect(withHistory(toilet, toilet, '2026-11-24').joined).toBeUndefined()
})

test('another courtyard is a move that is noted, once a day, and kept by entries that do not speak of it', () => {
	const first = withHistory(toilet, { ...toilet, courtyard: 'yard-2' }, '2026-11-24')
	expect(first.moves).toEqual([{ courtyard: 'yard-1', until: '2026-11-24' }])
	const again = withHistory(first, { ...toilet, courtyard: 'yard-3' }, '2026-11-24')
	expect(again.moves).toEqual(first.moves)
	expect(withHistory(again, { ...toilet, courtyard: 'yard-3', interval: 600 }, '2026-11-25').moves).toEqual(first.moves)
})

test('times under repair are kept by entries that do not speak of them', () => {
	const repair = { from: 0, by: '王芳', reason: '更换传感器' }
	expect(withHistory({ ...toilet, outOfService: [repair] }, toilet, '2026-11-24').outOfService).toEqual([repair])
})
