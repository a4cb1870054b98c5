import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Outbox, openOutbox } from '../../../../../devices/client/outbox/openOutbox.ts'
import { nextReport } from '../../../../../devices/client/reporting/nextReport.ts'
import { calibrated, startReporter } from '../../../../../devices/client/reporting/reporter.ts'
import { openShelf, PACKS } from '../../../../../devices/client/reporting/shelf.ts'
import type { DeviceConfig } from '../../../../../shared/contract/registry/deviceConfig.ts'

const messages = (outbox: Outbox): unknown[] =>
	outbox.oldest(PACKS, 1000).map(({ payload }) => JSON.parse(Buffer.from(payload).toString('utf8')))

describe('the instant of a report', () => {
	test('is the next of one in each interval, at a place that the id gives it', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 10, max: 86_400 }), fc.nat(2 ** 41), (id, interval, now) => {
				const next = nextReport(id, interval, now)
				expect(next).toBeGreaterThan(now)
				expect(next).toBeLessThanOrEqual(now + interval * 1000)
				expect(nextReport(id, interval, next)).toBe(next + interval * 1000)
			}),
		)
	})

	test('of the devices of a fleet is spread over the interval', () => {
		const tenths = Array.from({ length: 10 }, () => 0)
		for (let n = 0; n < 1000; n++) {
			const tenth = Math.floor(nextReport(`toilet-${n}`, 300, -1) / 30_000)
			tenths[tenth] = (tenths[tenth] ?? 0) + 1
		}
		expect(Math.min(...tenths)).toBeGreaterThan(60)
		expect(Math.max(...tenths)).toBeLessThan(140)
	})
})

describe('readings on the disk', () => {
	const shelfOf = (maxBytes: number, maxPackBytes = 5120, packOf = 500) => {
		const outbox = openOutbox(':memory:', { maxBytes, now: () => 0 })
		const lost: number[] = []
		return { outbox, lost, shelf: openShelf(outbox, { packOf, maxPackBytes, lost: (n) => lost.push(n) }) }
	}

	test('go alone as an object, and together as an array in order of time', () => {
		const { outbox, shelf } = shelfOf(1e6)
		shelf.add(1_764_000_000_000, { ammonia: 0.1 })
		shelf.close('all')
		shelf.add(1_764_000_300_000, { ammonia: 0.2 })
		shelf.add(1_764_000_600_000, { ammonia: 0.3 })
		shelf.close('full')
		shelf.close('all')
		expect(messages(outbox)).toEqual([
			{ at: 1_764_000_000, values: { ammonia: 0.1 } },
			[
				{ at: 1_764_000_300, values: { ammonia: 0.2 } },
				{ at: 1_764_000_600, values: { ammonia: 0.3 } },
			],
		])
		expect(outbox.count).toBe(2)
	})

	test('of an outage go in packs of no more than 5 KB, none left out and none twice', () => {
		const { outbox, shelf } = shelfOf(1e6)
		for (let n = 0; n < 400; n++) shelf.add(n * 1000, { fill: n, temperature: 20.5, battery: 90 })
		shelf.close('all')
		const packs = outbox.oldest(PACKS, 1000)
		for (const { payload } of packs) expect(payload.length).toBeLessThanOrEqual(5120)
		expect(packs.length).toBeLessThan(7)
		expect(messages(outbox).flat()).toEqual(
			Array.from({ length: 400 }, (_, n) => ({ at: n, values: { fill: n, temperature: 20.5, battery: 90 } })),
		)
	})

	test('make room for new ones when there is none, the oldest first, and it is told how many', () => {
		const { outbox, shelf, lost } = shelfOf(1000, 200)
		for (let n = 0; n < 100; n++) {
			shelf.add(n * 1000, { fill: n })
			shelf.close('full')
		}
		shelf.close('all')
		const kept = messages(outbox).flat() as { at: number }[]
		expect(kept.at(-1)?.at).toBe(99)
		expect(kept.map(({ at }) => at)).toEqual(Array.from({ length: kept.length }, (_, n) => 100 - kept.length + n))
		expect(lost.reduce((sum, n) => sum + n, 0)).toBe(100 - kept.length)
		expect(outbox.bytes).toBeLessThanOrEqual(1000)
	})
})

describe('a reporter', () => {
	/** A clock that goes from one appointment to the next. */
	const clockwork = (start: number) => {
		let now = start
		let next: { instant: number; call: () => void } | undefined
		return {
			now: () => now,
			callAt: (instant: number, call: () => void) => {
				const mine = { instant, call }
				next = mine
				return () => {
					if (next === mine) next = undefined
				}
			},
			pass: async (ms: number) => {
				const until = now + ms
				while (next !== undefined && next.instant <= until) {
					now = next.instant
					const { call } = next
					next = undefined
					call()
					await new Promise((resolve) => setImmediate(resolve))
				}
				now = until
			},
		}
	}
	const start = Date.UTC(2026, 10, 30, 4)
	const bench = (measure: () => Promise<{ ammonia: number }>) => {
		const clock = clockwork(start)
		const kept: { at: number; ammonia: number | undefined }[] = []
		const troubles: string[] = []
		let config: DeviceConfig = { interval: 300, offsets: { ammonia: -0.05 } }
		const reporter = startReporter({
			...{ id: 'toilet-1', measure, now: clock.now, callAt: clock.callAt, ready: () => {} },
			config: () => config,
			shelf: { add: (at, { ammonia }) => kept.push({ at, ammonia }), close: () => {} },
			trouble: (what) => troubles.push(what),
		})
		return {
			...{ clock, kept, troubles, reporter },
			configure: (next: DeviceConfig) => {
				config = next
				reporter.reconfigured()
			},
		}
	}

	test('takes one calibrated reading in each interval', async () => {
		const { clock, kept } = bench(async () => ({ ammonia: 0.12 }))
		await clock.pass(3_600_000)
		expect(kept).toHaveLength(12)
		expect(new Set(kept.map(({ at }) => at % 300_000)).size).toBe(1)
		expect(kept[0]?.ammonia).toBe(0.07)
	})

	test('follows a new interval at once, not after the old one', async () => {
		const { clock, kept, configure } = bench(async () => ({ ammonia: 0.12 }))
		configure({ interval: 86_400, offsets: {} })
		configure({ interval: 60, offsets: {} })
		await clock.pass(600_000)
		expect(kept.map(({ ammonia }) => ammonia)).toEqual(Array.from({ length: 10 }, () => 0.12))
	})

	test('tells of a sensor that cannot be read, and reads it again at the next interval', async () => {
		let n = 0
		const { clock, kept, troubles } = bench(async () => {
			n += 1
			if (n === 1) throw new Error('no such device /dev/ttyUSB0')
			return { ammonia: 0.2 }
		})
		await clock.pass(600_000)
		expect(troubles).toEqual(['no reading: no such device /dev/ttyUSB0'])
		expect(kept).toHaveLength(1)
	})

	test('that is stopped takes no more', async () => {
		const { clock, kept, reporter } = bench(async () => ({ ammonia: 0.2 }))
		await reporter.stop()
		await clock.pass(3_600_000)
		expect(kept).toEqual([])
	})
})

test('an offset moves its own measurand only', () => {
	expect(calibrated({ ammonia: 0.1, battery: 80 }, { ammonia: 0.2, fill: 5 })).toEqual({ ammonia: 0.3, battery: 80 })
})
