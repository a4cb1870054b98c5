import { describe, expect, test } from 'vitest'
import { publishFleet } from '../../../../devices/simulator/fleet/publishFleet.ts'
import type { SimulatedMessage } from '../../../../devices/simulator/messages.ts'

const hour = 3_600_000
const start = Date.UTC(2026, 10, 30)
const never = new AbortController().signal

const messagesAt = (thing: string, ...hours: number[]): SimulatedMessage[] =>
	hours.map((n) => ({ thing, sendAt: start + n * hour, readings: 1, payload: `${thing} at ${n}` }))
/** A client with room for two, whose broker acknowledges after `ackMs`. */
const client = (sent: string[], ackMs = 0) => {
	let inFlight = 0
	return {
		get inFlight() {
			return inFlight
		},
		room: async () => {
			while (inFlight >= 2) await new Promise((resolve) => setTimeout(resolve, 1))
		},
		publish: async (payload: string | Buffer) => {
			inFlight += 1
			sent.push(String(payload))
			await new Promise((resolve) => setTimeout(resolve, ackMs))
			inFlight -= 1
		},
	}
}
const pace = { start, end: start + 4 * hour, window: 2, now: Date.now }

describe('a fleet at full speed', () => {
	test('sends everything, no device more than an hour ahead of another', async () => {
		const sent: string[] = []
		const hours = [0.5, 0.6, 0.7, 0.8, 1.5, 2.5, 3.9]
		const lines = ['a', 'b'].map((thing) => ({
			messages: messagesAt(thing, ...hours).values(),
			client: client(sent, thing === 'a' ? 5 : 0),
		}))
		const { tally, settled } = await publishFleet(lines, { ...pace, speed: 'max' }, never)
		await settled
		expect(tally).toEqual({ readings: 14, messages: 14, sent: 14, acknowledged: 14 })
		const latest = { a: 0, b: 0 }
		for (const text of sent) {
			const [thing, , at] = text.split(' ')
			latest[thing as 'a' | 'b'] = Math.floor(Number(at))
			expect(latest.b - latest.a).toBeLessThanOrEqual(1)
		}
	})

	test('counts what a device without a connection measured, and that it was not sent', async () => {
		const lines = [
			{ messages: messagesAt('a', 1, 2).values(), client: undefined },
			{ messages: messagesAt('b', 1).values(), client: client([]) },
		]
		const { tally, settled } = await publishFleet(lines, { ...pace, speed: 'max' }, never)
		await settled
		expect(tally).toEqual({ readings: 3, messages: 3, sent: 1, acknowledged: 1 })
	})

	test('does not count what was never acknowledged', async () => {
		const refusing = { inFlight: 0, room: async () => {}, publish: () => Promise.reject(new Error('ended')) }
		const lines = [{ messages: messagesAt('a', 1).values(), client: refusing }]
		const { tally, settled } = await publishFleet(lines, { ...pace, speed: 'max' }, never)
		await settled
		expect(tally).toMatchObject({ sent: 1, acknowledged: 0 })
	})
})

describe('a fleet at a given speed', () => {
	test('sends nothing before its time', async () => {
		const seen: { until: number; sent: number }[] = []
		let clock = 0
		const now = () => (clock += 100)
		const lines = [{ messages: messagesAt('a', 1, 2, 3).values(), client: client([]) }]
		await publishFleet(lines, { ...pace, speed: 18_000, now }, never, (until, { sent }) => seen.push({ until, sent }))
		for (const { until, sent } of seen) expect(sent).toBe(Math.min(3, Math.floor((until - start) / hour)))
		expect(seen.at(-1)).toEqual({ until: start + 4 * hour, sent: 3 })
	})

	test('a device whose broker is slow holds up no other', async () => {
		const sent: string[] = []
		const quick = { messages: messagesAt('quick', 1, 1.1, 1.2, 1.3).values(), client: client(sent) }
		const slow = { messages: messagesAt('slow', 1, 1.1, 1.2, 1.3).values(), client: client(sent, 200) }
		const { settled } = await publishFleet([slow, quick], { ...pace, speed: 40_000_000 }, never)
		await settled
		expect(sent.indexOf('quick at 1.3')).toBeLessThan(sent.indexOf('slow at 1.3'))
		expect(sent).toHaveLength(8)
	})

	test('ends when it is told to', async () => {
		const stop = new AbortController()
		const lines = [{ messages: messagesAt('a', 3).values(), client: client([]) }]
		setTimeout(() => stop.abort(), 20)
		const { tally } = await publishFleet(lines, { ...pace, speed: 1 }, stop.signal)
		expect(tally.sent).toBe(0)
	})
})
