import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { belongsTo, quarantineGroups } from '../../../shared/domain/telemetry/quarantineGroups.ts'
import { parseQuarantineId, quarantineId } from '../../../shared/domain/telemetry/quarantineId.ts'
import type { QuarantineHead } from '../../../shared/ports/quarantine.ts'

const head = (id: string, receivedAt: number, changes: Partial<QuarantineHead> = {}): QuarantineHead => ({
	id,
	receivedAt,
	topic: 'dt/sanitation/toilet-1/json',
	thing: 'toilet-1',
	faults: [{ code: 'not-json', got: '{' }],
	payloadBytes: 1,
	expires: 9e9,
	...changes,
})
const replayed = { at: 9, by: { id: 'u', name: '李' } }

describe('refused messages in groups', () => {
	test('are counted by device and reason, with the first, the last and the newest as the example', () => {
		const groups = quarantineGroups([head('b', 2), head('a', 1, { replayed }), head('c', 3)])
		expect(groups).toMatchObject([
			{ device: 'toilet-1', code: 'not-json', messages: 3, open: 2, firstAt: 1, lastAt: 3, example: { id: 'c' } },
		])
	})

	test('stand under the device that is spoken of, not the gateway that sent them', () => {
		const faults = [{ code: 'unregistered' as const, device: 'toilet-9' }]
		const entry = head('a', 1, { thing: 'gateway-1', faults })
		expect(quarantineGroups([entry])).toMatchObject([{ device: 'toilet-9', code: 'unregistered' }])
		expect([belongsTo(entry, 'toilet-9', 'unregistered'), belongsTo(entry, 'gateway-1', 'unregistered')]).toEqual([
			true,
			false,
		])
	})

	test('count once for each of their reasons, however many readings have it', () => {
		const late = { code: 'too-late' as const, device: 'toilet-1' }
		const faults = [late, { code: 'implausible' as const, device: 'toilet-1' }, late]
		expect(quarantineGroups([head('a', 1, { faults })]).map(({ code, messages }) => [code, messages])).toEqual([
			['implausible', 1],
			['too-late', 1],
		])
	})

	test('with more open messages come first', () => {
		const other = { thing: 'toilet-2' }
		const groups = quarantineGroups([head('a', 5, { replayed }), head('b', 4, { replayed }), head('c', 1, other)])
		expect(groups.map(({ device }) => device)).toEqual(['toilet-2', 'toilet-1'])
	})

	test('are the same in whatever order they are read', () => {
		const entry = fc
			.tuple(fc.uuid(), fc.nat(5), fc.constantFrom('a', 'b'), fc.boolean())
			.map(([id, at, thing, done]) => head(id, at, { thing, ...(done ? { replayed } : {}) }))
		const orders = fc
			.uniqueArray(entry, { selector: ({ id }) => id })
			.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
		fc.assert(
			fc.property(orders, ([all, other]) => {
				expect(quarantineGroups(other)).toEqual(quarantineGroups(all))
			}),
		)
	})
})

describe('the id of an entry', () => {
	test('says where the entry is, and fits into an address', () => {
		fc.assert(
			fc.property(fc.uuid(), fc.nat(2e12), (id, receivedAt) => {
				const text = quarantineId({ receivedAt, id })
				expect(encodeURIComponent(text)).toBe(text)
				expect(parseQuarantineId(text)).toEqual({ receivedAt, id })
			}),
		)
	})

	test.each(['', '-', 'abc', '12', '12-', 'x-12', '9999999999999999-a', '1-a/b', '1764000000000#a'])(
		'is not %j',
		(text) => {
			expect(parseQuarantineId(text)).toBeUndefined()
		},
	)
})
