import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lastMonthAndOn } from '../../../infra/local/edition/historyDays.ts'
import { scoreArrived } from '../../../infra/local/edition/scoreArrived.ts'

beforeEach(() => {
	vi.useFakeTimers()
})
afterEach(() => {
	vi.useRealTimers()
})

test('the history begins on the first of last month, by the calendar of the township, and has 40 days at least', () => {
	expect(lastMonthAndOn(Date.parse('2026-11-25T02:00:00+08:00'))).toBe(55)
	expect(lastMonthAndOn(Date.parse('2026-10-31T15:59:00Z'))).toBe(60)
	expect(lastMonthAndOn(Date.parse('2026-10-31T16:01:00Z'))).toBe(40)
	expect(lastMonthAndOn(Date.parse('2027-01-31T12:00:00+08:00'))).toBe(61)
})

test('what has come in is scored when it is worked off, once', async () => {
	const counts = [9000, 3000, 12]
	const score = vi.fn(async () => {})
	const service = { counts: () => ({ visible: counts.shift() ?? 0, inFlight: 0, delayed: 0 }) }
	const done = scoreArrived(service, 'telemetry', score, new AbortController().signal)
	await vi.advanceTimersByTimeAsync(1500)
	expect(score).not.toHaveBeenCalled()
	await vi.advanceTimersByTimeAsync(1000)
	await done
	expect(score).toHaveBeenCalledTimes(1)
})

test('an edition that ends meanwhile scores nothing', async () => {
	const ending = new AbortController()
	const score = vi.fn(async () => {})
	const service = { counts: () => ({ visible: 9000, inFlight: 0, delayed: 0 }) }
	const done = scoreArrived(service, 'telemetry', score, ending.signal)
	ending.abort()
	await vi.advanceTimersByTimeAsync(1000)
	await done
	expect(score).not.toHaveBeenCalled()
})
