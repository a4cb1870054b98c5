import { describe, expect, test } from 'vitest'
import type { Resolution } from '../../../shared/contract/telemetry/readingsPage.ts'
import { historyPage } from '../../../shared/domain/telemetry/historyPage.ts'

const NOW = Date.parse('2026-11-23T06:12:00Z')
const RETENTION = 400 * 86_400_000
const at = Date.parse
const page = (resolution: Resolution, from?: string, to?: string, interval = 300) => {
	const asked = {
		resolution,
		from: from === undefined ? undefined : at(from),
		to: to === undefined ? undefined : at(to),
	}
	const { from: first, to: last, end, clipped } = historyPage(asked, interval, NOW, RETENTION)
	return [...[first, last, end].map((ms) => new Date(ms).toISOString().slice(0, 16)), clipped]
}

describe('a page of history', () => {
	test('of readings is exactly what was asked for', () => {
		expect(page('raw', '2026-11-20T01:02:00Z', '2026-11-21T03:04:00Z')).toEqual([
			'2026-11-20T01:02',
			'2026-11-21T03:04',
			'2026-11-21T03:04',
			false,
		])
	})

	test('reaches to what a clock may be ahead, and a day back, where nothing else is asked', () => {
		expect(page('raw')).toEqual(['2026-11-22T06:17', '2026-11-23T06:17', '2026-11-23T06:17', false])
	})

	test('of hours has whole hours', () => {
		expect(page('hour', '2026-11-20T01:02:00Z', '2026-11-20T03:00:00Z')).toEqual([
			'2026-11-20T01:00',
			'2026-11-20T03:00',
			'2026-11-20T03:00',
			false,
		])
	})

	test('of days has whole days of Asia/Shanghai', () => {
		expect(page('day', '2026-11-20T15:59:00Z', '2026-11-20T16:01:00Z')).toEqual([
			'2026-11-19T16:00',
			'2026-11-21T16:00',
			'2026-11-21T16:00',
			false,
		])
	})

	test.each([
		['raw', '2026-08-08T00:00'],
		['hour', '2026-10-02T00:00'],
	] as const)('of %s ends after its longest stretch; the next one begins there', (resolution, end) => {
		expect(page(resolution, '2026-08-01T00:00:00Z', '2026-11-23T06:00:00Z')[2]).toBe(end)
	})

	test('of days holds all that is kept', () => {
		const [, to, end] = page('day', '2020-01-01T00:00:00Z', '2026-11-23T06:00:00Z')
		expect(end).toBe(to)
	})

	test('is shorter for a device that reports every ten seconds', () => {
		expect(page('day', '2026-01-01T00:00:00Z', '2026-11-23T00:00:00Z', 10).slice(1, 3)).toEqual([
			'2026-11-23T16:00',
			'2026-01-17T16:00',
		])
	})

	test.each([
		['raw', '2025-10-19T06:12'],
		['hour', '2025-10-19T07:00'],
		['day', '2025-10-19T16:00'],
	] as const)('of %s begins with what is kept, and says that it was clipped', (resolution, from) => {
		const [first, , , clipped] = page(resolution, '2020-01-01T00:00:00Z', '2026-11-23T00:00:00Z')
		expect([first, clipped]).toEqual([from, true])
	})

	test('wholly before what is kept, or in the future, is empty', () => {
		expect(page('raw', '2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z')).toEqual([
			'2025-10-19T06:12',
			'2025-10-19T06:12',
			'2025-10-19T06:12',
			true,
		])
		expect(page('raw', '2036-01-01T00:00:00Z', '2036-01-02T00:00:00Z').slice(0, 2)).toEqual([
			'2026-11-23T06:17',
			'2026-11-23T06:17',
		])
	})
})
