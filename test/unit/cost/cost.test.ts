import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cnNorth1 } from '../../../infra/commands/cost/cnNorth1.ts'
import { costOf } from '../../../infra/commands/cost/costOf.ts'
import measured from '../../../infra/commands/cost/measured.json' with { type: 'json' }
import { MeasuredUnits } from '../../../infra/commands/cost/measuredUnits.ts'
import { CostReport } from '../../../infra/commands/cost/report.ts'
import { Size, sizes } from '../../../infra/commands/cost/size.ts'
import { usEast1 } from '../../../infra/commands/cost/usEast1.ts'

const units = MeasuredUnits.parse(measured)
const township = Size.parse({ ...sizes[0], interval: 300, delivery: 'live', basicIngest: true })
const county = { ...township, ...sizes[1] }

describe('a bill worked out by hand', () => {
	const live = { wru: 1, rru: 0.1, requests: 1, cpuMs: 1, messages: 1 }
	const simple = { ...units, ingest: { ...units.ingest, live } }
	// 1000 devices, one reading every 2628 s: 1000 readings of each in a month of 730 hours.
	const size = { ...township, devices: 1000, interval: 2628, basicIngest: false }
	const { lines, readings, perMillionReadings } = costOf(size, simple, usEast1)
	const ofReadings = lines.filter(({ by }) => by === 'readings')

	test('a million readings are a million messages, each with a run of its own, and three calls of the queue', () => {
		expect(readings).toBe(1_000_000)
		expect(Object.fromEntries(ofReadings.map(({ priced, amount }) => [priced, amount]))).toEqual({
			iotMessages: 1,
			iotRules: 0.15,
			iotActions: 0.15,
			sqsRequests: expect.closeTo(3 * 0.4),
			lambdaRequests: 0.2,
			// 1 ms of a whole CPU is 1769 / 512 ms of half a GB, and one call takes 5 ms.
			lambdaTime: expect.closeTo((0.5 * (1769 / 512 + 5) * 1000 * 0.0133334) / 1000, 6),
			dynamoWrites: 0.625,
			dynamoReads: expect.closeTo(0.0125),
			// 700 bytes a run.
			logsIngested: expect.closeTo(0.35),
			logsKept: expect.closeTo(0.021),
		})
		expect(perMillionReadings).toBeCloseTo(3.7649, 4)
	})

	test('Basic Ingest saves the price of the messages and nothing else', () => {
		const saved = perMillionReadings - costOf({ ...size, basicIngest: true }, simple, usEast1).perMillionReadings
		expect(saved).toBeCloseTo(1)
	})
})

describe('a month', () => {
	const anySize = fc.record({
		...Object.fromEntries(Object.entries(county).map(([key, value]) => [key, fc.constant(value)])),
		devices: fc.integer({ min: 10, max: 1_000_000 }),
		buffer: fc.constantFrom('sqs', 'kinesis'),
		capacity: fc.constantFrom('on-demand', 'provisioned'),
		delivery: fc.constantFrom('live', 'packs'),
		interval: fc.integer({ min: 60, max: 3600 }),
	})
	const priced = (wish: unknown) => costOf(Size.parse(wish), units, usEast1)

	test('is the price of its readings and what stands for itself', () => {
		fc.assert(
			fc.property(anySize, (wish) => {
				const { readings, perMillionReadings, fixedPerMonth, perMonth } = priced(wish)
				expect(perMonth).toBeCloseTo(perMillionReadings * (readings / 1e6) + fixedPerMonth, 6)
			}),
		)
	})

	test('never costs less with more devices, or with readings that come more often', () => {
		fc.assert(
			fc.property(anySize, (wish) => {
				const { perMonth } = priced(wish)
				expect(priced({ ...wish, devices: wish.devices * 2 }).perMonth).toBeGreaterThan(perMonth)
				expect(
					priced({ ...wish, interval: wish.interval / 2 + (wish.interval % 2) / 2 }).perMonth,
				).toBeGreaterThanOrEqual(perMonth)
			}),
		)
	})

	test('costs less when an hour of readings comes in one message', () => {
		expect(priced({ ...county, delivery: 'packs' }).perMonth).toBeLessThan(priced(county).perMonth)
	})

	test('of a hundred cells costs a hundred times what one costs', () => {
		const hundred = priced({ ...county, devices: county.devices * 100, cells: 100 })
		expect(hundred.perMonth).toBeCloseTo(priced(county).perMonth * 100, 4)
	})
})

describe('prices', () => {
	test.each([usEast1, cnNorth1])('of $region each say where they are from, and a missing one says so', ({ prices }) => {
		for (const [what, { amount, source, confidence }] of Object.entries(prices)) {
			expect(source, what).toMatch(/^https:\/\//)
			expect(amount === null, what).toBe(confidence === 'not-found')
			if (amount !== null) expect(amount, what).toBeGreaterThan(0)
		}
	})

	test('that are not known are in no sum, and the bill names them', () => {
		const { lines, withoutPrice, perMonth } = costOf(township, units, cnNorth1)
		expect(withoutPrice).toContain('lambdaTime')
		expect(lines.find(({ priced }) => priced === 'lambdaTime')?.amount).toBeNull()
		expect(perMonth).toBeCloseTo(lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0))
	})
})

test('the last line of the command is one JSON object with the three sizes in both regions', () => {
	const output = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'infra/commands/cost.ts'], {
		encoding: 'utf8',
	})
	const report = CostReport.parse(JSON.parse(output.trimEnd().split('\n').at(-1) ?? ''))
	expect(report.costs.map(({ region, devices }) => [region, devices])).toEqual(
		['us-east-1', 'cn-north-1'].flatMap((region) => [2000, 100_000, 10_000_000].map((devices) => [region, devices])),
	)
	expect(report.costs.every(({ isComplete, region }) => isComplete === (region === 'us-east-1'))).toBe(true)
})
