import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DeviceDay, Doubt, Excuse, type HourScore } from '../../../shared/contract/score/score.ts'
import { measurands, revolutions } from '../../../shared/contract/telemetry/measurand.ts'
import { packDevices, unpackDevices } from '../../../shared/domain/score/dayPack.ts'

const points = fc.double({ min: 0, max: 100, noNaN: true })
const minutes = fc.oneof(fc.constant(60), fc.double({ min: 0, max: 60, noNaN: true }))
const lost = fc.dictionary(fc.constantFrom(...measurands), points, { maxKeys: 4 })
const hour: fc.Arbitrary<HourScore> = fc.oneof(
	fc.record({ is: fc.constant('valid' as const), minutes, lost }),
	fc.record({ is: fc.constant('excused' as const), why: fc.constantFrom(...Excuse.options) }),
	fc.record({ is: fc.constant('gap' as const), minutes, lost, shown: points }, { requiredKeys: ['is', 'minutes'] }),
)
const device: fc.Arbitrary<DeviceDay> = fc.record(
	{
		device: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/),
		revolution: fc.constantFrom(...revolutions),
		// Twelve, each twice: hours in a row are often the same.
		hours: fc.array(hour, { minLength: 12, maxLength: 12 }).map((hours) => hours.flatMap((one) => [one, one])),
		doubts: fc.uniqueArray(fc.constantFrom(...Doubt.options)),
		shown: points,
		stuckSince: fc.integer({ min: 0, max: 4e12 }),
		signal: fc.double({ min: -150, max: -1, noNaN: true }),
	},
	{ requiredKeys: ['device', 'revolution', 'hours', 'doubts'] },
)

test('the devices of a day are read back to the bit, and give the same text again', () => {
	fc.assert(
		fc.property(fc.array(device, { maxLength: 5 }), (devices) => {
			const text = packDevices(devices)
			expect(unpackDevices(text)).toEqual(devices)
			expect(packDevices(unpackDevices(text))).toBe(text)
		}),
		{ numRuns: 500 },
	)
})

const perfect: DeviceDay = {
	device: 'toilet-1',
	revolution: 'toilet',
	hours: Array.from({ length: 24 }, () => ({ is: 'valid', minutes: 60, lost: {} })),
	doubts: [],
	shown: 100,
}

test('a day without losses takes few bytes, and every fact of a day can be read by people', () => {
	expect(packDevices([perfect])).toBe('toilet-1 toilet s100 *24')
	const hours = perfect.hours.with(1, { is: 'valid', minutes: 57.5, lost: { ammonia: 12.25, hydrogenSulfide: 0.1 } })
	const told = hours.with(3, { is: 'excused', why: 'outage' }).with(23, { is: 'gap', minutes: 0, shown: 80 })
	expect(packDevices([{ ...perfect, hours: told, doubts: ['moved'], signal: -87 }])).toBe(
		'toilet-1 toilet d2,s100,r-87 ;57.5A12.25B0.1;;!1;*19;-0~80',
	)
})

test('a courtyard of ten devices that all lose points in every hour takes less than 5 KB', () => {
	const hours = perfect.hours.map((_, i): HourScore => ({ is: 'valid', minutes: 60, lost: { ammonia: 100 / (i + 3) } }))
	const devices = Array.from({ length: 10 }, (_, i) => ({ ...perfect, device: `courtyard-device-${i}`, hours }))
	expect(packDevices(devices).length).toBeLessThan(5 * 1024)
	expect(packDevices(devices.map((one) => ({ ...one, hours: perfect.hours }))).length).toBeLessThan(400)
})

test.each(['x toilet', 'x toilet  5;;', 'x toilet  ?*24', 'x garden  *24'])(
	'a text that is not one of ours is refused: %s',
	(text) => {
		expect(() => unpackDevices(text)).toThrow()
	},
)
