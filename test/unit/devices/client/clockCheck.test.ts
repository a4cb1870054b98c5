import { expect, test, vi } from 'vitest'
import { clockCheck } from '../../../../devices/client/clockCheck.ts'

const told = Date.UTC(2026, 10, 30, 4)
/** An answer that took `tripMs`, as a clock that is `offMs` fast sees it. */
const heard = (offMs: number, tripMs = 0) => ({ told, askedAt: told + offMs, heardAt: told + offMs + tripMs })

test('a clock within the limit is right', () => {
	const onChange = vi.fn()
	const clock = clockCheck(60_000, onChange)
	for (const off of [-59_000, 0, 59_000]) clock.heard(heard(off))
	expect(clock.offBySeconds).toBeUndefined()
	expect(onChange).not.toHaveBeenCalled()
})

test('a clock that fell back to the year 2000 is told once, and once more when it is right again', () => {
	const onChange = vi.fn()
	const clock = clockCheck(60_000, onChange)
	const off = Date.UTC(2000, 0, 1) - told
	clock.heard(heard(off))
	clock.heard(heard(off + 30_000))
	clock.heard(heard(0))
	expect(onChange.mock.calls).toEqual([[Math.round((off - 500) / 1000)], [undefined]])
})

test('an answer that was long on its way is no proof against the clock', () => {
	const clock = clockCheck(60_000)
	clock.heard(heard(-40_000, 240_000))
	expect(clock.offBySeconds).toBeUndefined()
	clock.heard(heard(500_000, 240_000))
	expect(clock.offBySeconds).toBe(620)
})
