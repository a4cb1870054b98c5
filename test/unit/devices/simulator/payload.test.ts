import { describe, expect, test } from 'vitest'
import { payloadOf } from '../../../../devices/simulator/payload.ts'
import { type Measurement, readingsOf } from '../../../../devices/simulator/readings.ts'
import type { SimulatedDevice } from '../../../../devices/simulator/simulatedDevice.ts'
import { decode as decodePayload } from '../codecs/decode.ts'
import { day, deviceWith, fleet, from, seed } from './fleet.ts'

const hour = 3_600_000

/** A device's hour packs: what was measured and what was sent. */
function* packsOf(simulated: SimulatedDevice, days: number) {
	for (let at = from; at < from + days * day; at += hour) {
		const [first, ...rest] = readingsOf(simulated, at, at + hour, seed)
		if (first === undefined) continue
		const readings: [Measurement, ...Measurement[]] = [first, ...rest]
		yield { readings, payload: payloadOf(simulated, readings, seed) }
	}
}
const decode = (payload: string, thing: string) => decodePayload('json', payload, { thing, receivedAt: from })

describe('payloads', () => {
	test('of every sound device decode to exactly what was measured', () => {
		for (const simulated of fleet) {
			if (simulated.character === 'rubbish' || simulated.character === 'wrong-clock') continue
			for (const { readings, payload } of packsOf(simulated, 2)) {
				const decoded = decode(payload, simulated.device.gateway ?? simulated.device.id)
				expect(decoded.faults).toEqual([])
				expect(decoded.unknownKeys).toEqual([])
				expect(decoded.readings).toEqual(readings.map((reading) => ({ device: simulated.device.id, ...reading })))
			}
		}
	})

	test('come in seconds and in milliseconds, flat and nested, single and packed', () => {
		const forms = new Set<string>()
		for (const simulated of fleet) {
			for (const { readings, payload } of packsOf(simulated, 0.2)) {
				if (simulated.character === 'rubbish') continue
				const single = payloadOf(simulated, [readings[0]], seed)
				for (const sent of [payload, single]) forms.add(sent.startsWith('[') ? 'pack' : 'one')
				forms.add(single.includes('"values"') ? 'nested' : 'flat')
				forms.add(/"at":\d{13}/.test(single) ? 'ms' : 's')
			}
		}
		expect([...forms].sort()).toEqual(['flat', 'ms', 'nested', 'one', 'pack', 's'])
	})

	test('of the rubbish device are broken now and then, in each of five ways', () => {
		const rubbish = deviceWith((s) => s.character === 'rubbish')
		const sent = [...packsOf(rubbish, 40)].map(({ payload }) => payload)
		const good = sent.filter((payload) => decode(payload, 'x').readings.some(({ values }) => (values.fill ?? 0) < 110))
		expect(good.length / sent.length).toBeGreaterThan(0.85)
		expect(good.length / sent.length).toBeLessThan(0.99)
		const bad = sent.filter((payload) => !good.includes(payload))
		expect(bad).toContain('{')
		expect(bad).toContain('[]')
		expect(bad.some((payload) => payload.includes('"full"'))).toBe(true)
		expect(bad.some((payload) => payload.includes('6553.5'))).toBe(true)
		expect(bad.some((payload) => payload.length > 10 && decode(payload, 'x').faults[0]?.code === 'not-json')).toBe(true)
	})

	test('of the device with the wrong clock are minutes ahead, and at times in the year 2000', () => {
		const wrong = deviceWith((s) => s.character === 'wrong-clock')
		const offsets = [...packsOf(wrong, 40)].flatMap(({ readings, payload }) =>
			decode(payload, 'x').readings.map(({ at }, i) => at - (readings[i]?.at ?? 0)),
		)
		const fast = offsets.filter((offset) => offset >= 0)
		expect(Math.max(...fast)).toBeGreaterThan(10 * 60_000)
		expect(Math.max(...fast)).toBeLessThan(15 * 60_000)
		expect(offsets.some((offset) => offset < -20 * 365 * day)).toBe(true)
	})
})
