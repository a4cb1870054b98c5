import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { type Outbox, OutboxFull, openOutbox } from '../../../../../devices/client/outbox/openOutbox.ts'

const folder = mkdtempSync(join(tmpdir(), 'outbox-'))
const opened: Outbox[] = []
const newFile = (): string => join(folder, 'made', `${randomUUID()}.sqlite`)
const open = (file: string, maxBytes = 1000): Outbox => {
	const outbox = openOutbox(file, { maxBytes, now: () => 7 })
	opened.push(outbox)
	return outbox
}
const close = (outbox: Outbox): void => {
	outbox.close()
	opened.splice(opened.indexOf(outbox), 1)
}
afterEach(() => {
	for (const outbox of [...opened]) close(outbox)
})
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const entry = (text: string, lane = 'a') => ({ lane, payload: Buffer.from(text) })
const texts = (outbox: Outbox, lane = 'a', after = 0): string[] =>
	outbox.oldest(lane, 100, after).map(({ payload }) => Buffer.from(payload).toString())

test('what was written is there, in order and by lane, also when it is opened again', () => {
	const file = newFile()
	const first = open(file)
	first.write({ put: [entry('one'), entry('other', 'b'), entry('two')] })
	close(first)
	const again = open(file)
	expect([texts(again), texts(again, 'b'), again.count, again.bytes]).toEqual([['one', 'two'], ['other'], 3, 11])
	expect(again.oldest('a', 1)).toMatchObject([{ id: 1, lane: 'a', writtenAt: 7 }])
	expect(texts(again, 'a', 1)).toEqual(['two'])
})

test('ids are not used again, so that a late removal removes nothing else', () => {
	const file = newFile()
	const first = open(file)
	const [id = 0] = first.write({ put: [entry('one')] })
	first.write({ remove: [id] })
	close(first)
	const again = open(file)
	again.write({ put: [entry('two')] })
	again.write({ remove: [id] })
	expect(texts(again)).toEqual(['two'])
})

test('a change happens as a whole or not at all', () => {
	const outbox = open(newFile(), 10)
	const [id = 0] = outbox.write({ put: [entry('12345678')] })
	expect(() => outbox.write({ put: [entry('123'), entry('12345678')], remove: [id] })).toThrow(OutboxFull)
	expect([texts(outbox), outbox.count, outbox.bytes]).toEqual([['12345678'], 1, 8])
	outbox.write({ put: [entry('abcdefghij', 'b')], remove: [id] })
	expect([texts(outbox), texts(outbox, 'b'), outbox.bytes]).toEqual([[], ['abcdefghij'], 10])
})

test('holds no more than it may, and says so', () => {
	const outbox = open(newFile(), 10)
	outbox.write({ put: [entry('1234567890')] })
	expect(() => outbox.write({ put: [entry('1')] })).toThrow(/may keep 10 bytes/)
	expect(texts(outbox)).toEqual(['1234567890'])
})

test('a file that another one uses, or that is none, is told in words', () => {
	const file = newFile()
	open(file)
	expect(() => open(file)).toThrow(/another process uses it/)
	expect(() => openOutbox(import.meta.filename, { maxBytes: 1 })).toThrow(/cannot be opened/)
})

test('counts what a list would hold, whatever is put and removed', () => {
	const change = fc.record({
		put: fc.array(fc.record({ lane: fc.constantFrom('a', 'b'), payload: fc.uint8Array({ maxLength: 30 }) }), {
			maxLength: 3,
		}),
		remove: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
	})
	fc.assert(
		fc.property(fc.array(change, { maxLength: 15 }), (changes) => {
			const outbox = open(newFile(), 100_000)
			const kept = new Map<number, number>()
			for (const { put, remove } of changes) {
				for (const id of remove) kept.delete(id)
				for (const [i, id] of outbox.write({ put, remove }).entries()) kept.set(id, put[i]?.payload.length ?? 0)
			}
			expect([outbox.count, outbox.bytes]).toEqual([kept.size, [...kept.values()].reduce((sum, size) => sum + size, 0)])
			close(outbox)
		}),
		{ numRuns: 20 },
	)
})
