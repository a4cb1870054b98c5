import { describe, expect, test } from 'vitest'
import { backfill } from '../../../../devices/demo/backfill.ts'
import { type TelemetryLine, telemetryLine } from '../../../../devices/demo/telemetryLine.ts'
import { readingsOf } from '../../../../devices/simulator/readings.ts'
import { decode } from '../codecs/decode.ts'
import { deviceWith, from, seed } from '../simulator/fleet.ts'

const hour = 3_600_000
const simulated = deviceWith((s) => s.equipment === 'treatment-works' && s.character === 'steady')

/** A broker that acknowledges when the test says so. */
const slowBroker = () => {
	const sent: { payload: string; acknowledge: () => void }[] = []
	const client = {
		inFlight: 0,
		room: async () => {},
		publish: (payload: string | Buffer) =>
			new Promise<void>((resolve) => sent.push({ payload: String(payload), acknowledge: resolve })),
	}
	return { sent, client }
}
const lineTo = (client: ReturnType<typeof slowBroker>['client'], start = from): TelemetryLine =>
	telemetryLine({
		simulated,
		client,
		seed,
		from: start,
		window: 20,
		onFailure: (reason) => {
			throw reason
		},
	})
const settled = () => new Promise((resolve) => setImmediate(resolve))
const instants = (payloads: string[]) =>
	payloads.flatMap((payload) => decode('json', payload, { thing: 'x', receivedAt: 0 }).readings.map(({ at }) => at))

describe('a telemetry line', () => {
	test('counts as acknowledged only the unbroken beginning, in whatever order acknowledgements come', async () => {
		const { sent, client } = slowBroker()
		const line = lineTo(client)
		for (let i = 0; i < 3; i++) line.sendPack(from + 3 * hour)
		expect(line.sentThrough).toBe(from + 3 * hour)
		sent[1]?.acknowledge()
		sent[2]?.acknowledge()
		await settled()
		expect(line.acknowledgedThrough).toBe(from)
		sent[0]?.acknowledge()
		await settled()
		expect(line.acknowledgedThrough).toBe(from + 3 * hour)
	})

	test('started again where it was acknowledged leaves no reading out', async () => {
		const first = slowBroker()
		const before = lineTo(first.client)
		for (let i = 0; i < 5; i++) before.sendPack(from + 5 * hour)
		for (const message of first.sent.slice(0, 2)) message.acknowledge()
		await settled()
		const second = slowBroker()
		const after = lineTo(second.client, before.acknowledgedThrough)
		while (after.sentThrough < from + 6.5 * hour) after.sendPack(from + 6.5 * hour)
		const acknowledged = first.sent.slice(0, 2).map(({ payload }) => payload)
		expect(instants([...acknowledged, ...second.sent.map(({ payload }) => payload)])).toEqual(
			[...readingsOf(simulated, from, from + 6.5 * hour, seed)].map(({ at }) => at),
		)
	})

	test('sends no message for a time without readings, and that time counts as done', () => {
		const { sent, client } = slowBroker()
		const [first] = readingsOf(simulated, from, from + hour, seed)
		const line = lineTo(client)
		const justBefore = first?.at ?? 0
		expect(line.sendPack(justBefore)).toBe(0)
		expect(sent).toHaveLength(0)
		expect(line.acknowledgedThrough).toBe(justBefore)
	})
})

describe('backfill', () => {
	test('sends full hours only, oldest first over all devices, each device from where it was', async () => {
		const order: string[] = []
		const fake = (id: string, start: number): TelemetryLine => {
			let through = start
			return {
				id,
				get sentThrough() {
					return through
				},
				acknowledgedThrough: start,
				room: async () => {},
				hasRoom: () => true,
				sendPack(until) {
					through = Math.min(until, (Math.floor(through / hour) + 1) * hour)
					order.push(`${id}${(through - from) / hour}`)
					return 1
				},
			}
		}
		const lines = [fake('a', from), fake('b', from + 1.5 * hour)]
		const report = await backfill(
			lines,
			() => from + 3.7 * hour,
			new AbortController().signal,
			() => {},
		)
		expect(order).toEqual(['a1', 'a2', 'b2', 'a3', 'b3'])
		expect(report).toEqual({ messages: 5, readings: 5 })
	})

	test('ends at once when aborted', async () => {
		const { sent, client } = slowBroker()
		const controller = new AbortController()
		controller.abort()
		await backfill(
			[lineTo(client)],
			() => from + 10 * hour,
			controller.signal,
			() => {},
		)
		expect(sent).toHaveLength(0)
	})
})
