import { describe, expect, test } from 'vitest'
import { batchReadUnits, readUnits, refusedWriteUnits, writeUnits } from '../../bench/ingest/capacityUnits.ts'
import { itemSize } from '../../bench/ingest/itemSize.ts'

/** A task of about so many bytes, with the keys of both indexes. */
const task = (bytes: number, more: Record<string, { S: string }> = {}) => ({
	task: { S: 't' },
	part: { S: 'task' },
	courtyard: { S: 'c' },
	stateSince: { S: 'raised' },
	dueKind: { S: 'alert' },
	dueAt: { S: '1' },
	text: { S: 'x'.repeat(bytes - 70) },
	...more,
})

describe('the size of an item', () => {
	test('is the bytes of names and values; text counts as UTF-8', () => {
		expect(itemSize({ name: { S: '院落' } })).toBe(4 + 6)
	})
	test('a number takes a byte for each two significant digits and one more', () => {
		expect(itemSize({ n: { N: '1829959200' } })).toBe(1 + 4 + 1)
		expect(itemSize({ n: { N: '-12.5' } })).toBe(1 + 2 + 1 + 1)
	})
	test('a set is its members; a map has three bytes and one for each element', () => {
		expect(itemSize({ s: { SS: ['ab', 'cd'] } })).toBe(1 + 4)
		expect(itemSize({ m: { M: { a: { BOOL: true } } } })).toBe(1 + 3 + 1 + 1 + 1)
	})
})

describe('write units', () => {
	test('count each started KB of the larger of before and after', () => {
		const small = { device: { S: 'd' }, readings: { SS: ['x'.repeat(1000)] } }
		const large = { device: { S: 'd' }, readings: { SS: ['x'.repeat(1100)] } }
		expect(writeUnits('telemetry', small, large)).toBe(2)
		expect(writeUnits('telemetry', large, small)).toBe(2)
		expect(writeUnits('telemetry', undefined, small)).toBe(1)
	})
	test('a new task is also written to both indexes', () => {
		expect(writeUnits('tasks', undefined, task(500))).toBe(3)
		expect(writeUnits('tasks', undefined, task(1500))).toBe(6)
	})
	test('an index costs one write for another attribute, two for another key, none when nothing changes', () => {
		const before = task(500)
		expect(writeUnits('tasks', before, before)).toBe(1)
		expect(writeUnits('tasks', before, task(501))).toBe(3)
		expect(writeUnits('tasks', before, task(500, { stateSince: { S: 'verified' } }))).toBe(1 + 2 + 1)
	})
	test('a task that leaves an index costs one write there', () => {
		const { dueKind: _kind, dueAt: _at, ...settled } = task(500)
		expect(writeUnits('tasks', task(500), settled)).toBe(1 + 1 + 1)
	})
	test('a refused write costs as much as the item that is there, at least one', () => {
		expect(refusedWriteUnits(undefined)).toBe(1)
		expect(refusedWriteUnits(task(1500))).toBe(2)
	})
})

test('a read costs each started 4 KB of all its items, half when eventually consistent, and never nothing', () => {
	expect(readUnits([task(3000), task(3000)], true)).toBe(2)
	expect(readUnits([task(3000)], false)).toBe(0.5)
	expect(readUnits([], true)).toBe(1)
})

test('of a batch each item is rounded up by itself, and one that is not there costs as the smallest does', () => {
	expect(batchReadUnits([task(300), task(5000)], 4, false)).toBe(0.5 + 1 + 2 * 0.5)
	expect(batchReadUnits([], 2, true)).toBe(2)
})
