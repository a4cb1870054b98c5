import { expect, test } from 'vitest'
import { median } from '../../bench/median.ts'

test('the median is the middle in the order of size, not of arrival', () => {
	expect(median([900, 100, 200])).toBe(200)
	expect(median([1000, 9, 20, 30])).toBe(25)
	expect(() => median([])).toThrow('no middle')
})
