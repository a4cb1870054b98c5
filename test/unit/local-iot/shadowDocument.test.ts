import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
	isRefusal,
	read,
	type ShadowDocument,
	type Update,
	update,
} from '../../../infra/local/iot/shadow/shadowDocument.ts'
import { difference, merge } from '../../../infra/local/iot/shadow/state.ts'

const AT = 1_800_000_000_000
const s = AT / 1000

const done = (known: ShadowDocument | undefined, body: unknown, now = AT): Update => {
	const made = update(known, body, now)
	if (isRefusal(made)) throw new Error(made.message)
	return made
}
const desired = (state: object) => ({ state: { desired: state } })
const first = () => done(undefined, desired({ interval: 600, offsets: { ammonia: 0.1 } }))

describe('an update', () => {
	it('is answered with what was asked, its time and the new version', () => {
		expect(done(undefined, { ...desired({ interval: 600 }), clientToken: 'a' }).accepted).toEqual({
			state: { desired: { interval: 600 } },
			metadata: { desired: { interval: { timestamp: s } } },
			version: 1,
			timestamp: s,
			clientToken: 'a',
		})
	})

	it('leaves what it does not name, and takes away what it sets to null', () => {
		const { document } = done(first().document, desired({ offsets: { ammonia: null, temperature: -0.5 } }), AT + 5000)
		expect(document).toEqual({
			state: { desired: { interval: 600, offsets: { temperature: -0.5 } } },
			metadata: {
				desired: { interval: { timestamp: s }, offsets: { temperature: { timestamp: s + 5 } } },
			},
			version: 2,
			deleted: false,
		})
		expect(done(document, { state: { desired: null } }).document.state).toEqual({})
	})

	it('tells what is desired and not reported so, all of it, and nothing once it is', () => {
		const { document, delta } = first()
		expect(delta).toEqual({
			version: 1,
			timestamp: s,
			state: { interval: 600, offsets: { ammonia: 0.1 } },
			metadata: { interval: { timestamp: s }, offsets: { ammonia: { timestamp: s } } },
		})
		const half = done(document, { state: { reported: { interval: 600, firmware: '1.2' } } })
		expect(half.delta).toMatchObject({ version: 2, state: { offsets: { ammonia: 0.1 } } })
		expect(done(half.document, { state: { reported: { offsets: { ammonia: 0.1 } } } }).delta).toBeUndefined()
	})

	it('tells the document before and after', () => {
		const { document } = first()
		const { documents } = done(document, { state: { reported: { interval: 600 } } }, AT + 1000)
		expect(documents).toMatchObject({
			previous: { state: document.state, version: 1 },
			current: { state: { ...document.state, reported: { interval: 600 } }, version: 2 },
			timestamp: s + 1,
		})
	})

	it('of another version than the one there is changes nothing', () => {
		const { document } = first()
		expect(update(document, { ...desired({ interval: 60 }), version: 7 }, AT)).toEqual({
			code: 409,
			message: 'Version conflict',
		})
		expect(done(document, { ...desired({ interval: 60 }), version: 1 }).document.version).toBe(2)
	})

	it.each([
		['no JSON', undefined, 400, 'Invalid JSON'],
		['no state', { desired: {} }, 400, 'Missing required node: state'],
		['a list', [], 400, 'Missing required node: state'],
		['another section', { state: { wanted: {} } }, 400, /wanted/],
		['a text as section', { state: { desired: 'x' } }, 400, /desired/],
		['more than 8 KB', desired({ a: 'x'.repeat(8200) }), 413, /exceeds/],
		['nine levels', desired({ a: { b: { c: { d: { e: { f: { g: { h: { i: 1 } } } } } } } } }), 400, /levels/],
	])('with %s is refused', (_what, body, code, message) => {
		expect(update(first().document, body, AT)).toEqual({ code, message: expect.stringMatching(message) })
	})
})

describe('a shadow', () => {
	it('is read with the difference beside what is desired and reported', () => {
		const { document } = done(first().document, { state: { reported: { interval: 300 } } })
		expect(read(document, 'config', AT)).toMatchObject({
			state: {
				desired: { interval: 600, offsets: { ammonia: 0.1 } },
				reported: { interval: 300 },
				delta: { interval: 600, offsets: { ammonia: 0.1 } },
			},
			version: 2,
		})
	})

	it('that nobody made, or that was deleted, is not there', () => {
		const gone = { state: {}, metadata: {}, version: 4, deleted: true }
		for (const known of [undefined, gone])
			expect(read(known, 'config', AT)).toEqual({ code: 404, message: "No shadow exists with name: 'config'" })
		// Its version goes on, so that an old message is not taken for a new one.
		expect(done(gone, desired({ interval: 60 })).document.version).toBe(5)
	})
})

describe('whatever is desired', () => {
	const value = fc.letrec((tie) => ({
		any: fc.oneof({ maxDepth: 3 }, fc.integer(), fc.string(), fc.boolean(), fc.array(fc.integer()), tie('object')),
		object: fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
	})).object as fc.Arbitrary<{ [name: string]: never }>

	it('there is no difference once all of it was reported', () => {
		fc.assert(
			fc.property(value, value, (wanted, had) => {
				const delta = difference(wanted, had)
				expect(difference(wanted, delta ? merge(had, delta) : had)).toBeUndefined()
			}),
		)
	})
})
