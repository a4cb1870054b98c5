import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SqliteLevel } from '../../../infra/local/dynamo/sqliteLevel.ts'

let level: SqliteLevel
beforeEach(() => {
	level = new SqliteLevel(new DatabaseSync(':memory:'))
})
afterEach(() => level.close())

/** Keys as dynalite makes them, and one beyond the ASCII letters. */
const keyOf = (n: number): string => `item-${String(n).padStart(4, '0')}${n % 7 === 0 ? '院' : ''}`

test('a value is what was put last, and nothing where nothing was put or it was taken away', async () => {
	await level.put('a', '1')
	await level.put('a', '2')
	expect(await level.get('a')).toBe('2')
	await level.del('a')
	expect(await level.get('a')).toBeUndefined()
	expect(await level.get('b')).toBeUndefined()
})

test('a batch is done as a whole', async () => {
	await level.put('a', '1')
	await level.batch([
		{ type: 'put', key: 'b', value: '2' },
		{ type: 'del', key: 'a' },
	])
	expect(await level.iterator().all()).toEqual([['b', '2']])
})

test('an overwritten value never comes back, however many ranges are left half read', async () => {
	const halfRead: unknown[] = []
	const last = new Map<string, string>()
	for (let n = 0; n < 3000; n += 1) {
		const key = keyOf((n * 7919) % 100)
		await level.put(key, String(n))
		last.set(key, String(n))
		if (n % 10 === 0) {
			const values = level.values({ gte: key })
			await values.next()
			halfRead.push(values)
		}
	}
	for (const [key, value] of last) expect(await level.get(key)).toBe(value)
})

const bound = fc.option(fc.integer({ min: 0, max: 700 }), { nil: undefined })
const ranges = fc.record({ gt: bound, gte: bound, lt: bound, lte: bound, reverse: fc.boolean() })

test('any range is read in the order of its keys, also one of many gulps', async () => {
	const keys = Array.from({ length: 600 }, (_, n) => keyOf(n))
	await level.batch(keys.map((key, n) => ({ type: 'put', key, value: String(n) })))
	const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
	await fc.assert(
		fc.asyncProperty(ranges, fc.integer({ min: -1, max: 400 }), async ({ gt, gte, lt, lte, reverse }, limit) => {
			const within = (key: string): boolean =>
				(gt === undefined || byBytes(key, keyOf(gt)) > 0) &&
				(gte === undefined || byBytes(key, keyOf(gte)) >= 0) &&
				(lt === undefined || byBytes(key, keyOf(lt)) < 0) &&
				(lte === undefined || byBytes(key, keyOf(lte)) <= 0)
			const expected = keys.filter(within).sort(byBytes)
			if (reverse) expected.reverse()
			const asked = Object.fromEntries(
				Object.entries({ gt, gte, lt, lte }).flatMap(([name, n]) => (n === undefined ? [] : [[name, keyOf(n)]])),
			)
			const got = await level.keys({ ...asked, reverse, limit }).all()
			expect(got).toEqual(limit < 0 ? expected : expected.slice(0, limit))
		}),
	)
})
