import { encode } from 'cbor2'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decoders } from '../../../../devices/codecs/decoders.ts'
import { decodeMilesight } from '../../../../devices/codecs/milesight/decode.ts'
import { channelsOf } from '../../../../devices/codecs/milesight/models.ts'
import { deviceModels } from '../../../../shared/contract/registry/deviceModels.ts'
import { measurands } from '../../../../shared/contract/telemetry/measurand.ts'
import { type Decoded, Fault } from '../../../../shared/contract/telemetry/reading.ts'
import { faultWords } from '../../../../shared/domain/telemetry/faultWords.ts'
import { bin, toilet } from '../../../doubles/township.ts'
import { book, decode, NOW } from './decode.ts'

const eui = '24e124fffe0a1b2c'
const custom = { at: '/at', values: [{ pointer: '/a/b', measurand: 'fill' as const, factor: 2, offset: 1 }] }
const devices = book({ ...toilet, eui, model: 'GS301' }, { ...bin, custom })
const formats = Object.keys(decoders) as (keyof typeof decoders)[]

/** What must hold of any answer: each reading well formed, each fault one that can be told to people. */
function isSound({ readings, faults }: Decoded): void {
	const isNumber = ([name, value]: [string, unknown]) =>
		names.has(name) && typeof value === 'number' && !Number.isNaN(value)
	const broken = readings.filter(
		({ device, at, values }) =>
			typeof device !== 'string' || !Number.isInteger(at) || !Object.entries(values).every(isNumber),
	)
	const untold = faults.filter((fault) => {
		const { zh, en } = faultWords(fault)
		return !Fault.safeParse(fault).success || `${zh}${en}`.includes('undefined')
	})
	expect({ broken, untold }).toEqual({ broken: [], untold: [] })
}
const names: ReadonlySet<string> = new Set(measurands)

const key = fc.oneof(
	fc.constantFrom('bn', 'bt', 'bu', 'bv', 'bs', 'bver', 'n', 'u', 'v', 'vs', 'vb', 'vd', 's', 't', 'ut', 'x_'),
	fc.constantFrom('deviceInfo', 'devEui', 'data', 'object', 'rxInfo', 'rssi', 'time', 'batteryLevel', '__proto__'),
	fc.constantFrom('end_device_ids', 'dev_eui', 'uplink_message', 'frm_payload', 'decoded_payload', 'rx_metadata'),
	fc.constantFrom('at', 'device', 'values', 'a', 'b', ...measurands),
)
const leaf = fc.oneof(
	fc.constantFrom<unknown>(eui, 'ammonia', 'toilet-1:fill', '/', '%EL', 'AXVk', null, true, NOW / 1000),
	fc.double(),
	fc.string(),
)
const { document } = fc.letrec((tie) => ({
	document: fc.oneof(
		{ depthSize: 'small' },
		leaf,
		fc.array(tie('document'), { maxLength: 5 }),
		fc.array(fc.tuple(key, tie('document')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
	),
}))
/** Events that get past the first look of each decoder, with anything at all inside. */
const event = fc.oneof(
	document,
	document.map((rest) => ({ deviceInfo: { devEui: eui }, data: rest, object: rest, rxInfo: [rest], time: rest })),
	document.map((rest) => ({
		end_device_ids: { dev_eui: eui },
		uplink_message: { frm_payload: rest, decoded_payload: rest },
	})),
	fc.array(document, { maxLength: 4 }),
)

describe.each(formats)('%s', (format) => {
	const answers = (payload: unknown) => {
		for (const thing of ['toilet-1', 'bin-1']) isSound(decode(format, payload, { thing, devices }))
	}

	test('answers any bytes', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), answers))
	})

	test('answers any text', () => {
		fc.assert(fc.property(fc.string(), answers))
	})

	test('answers any document made of the names it knows', () => {
		fc.assert(fc.property(event, (json) => answers(JSON.stringify(json) ?? '')))
	})

	test('answers any such document in CBOR, whole or cut off', () => {
		fc.assert(
			fc.property(event, fc.nat(200), (json, cut) => {
				const bytes = encode([json])
				answers(bytes)
				answers(bytes.subarray(0, cut % (bytes.length + 1)))
			}),
			{ numRuns: 60 },
		)
	})

	test.each([
		['lists in lists', '['.repeat(60_000) + ']'.repeat(60_000)],
		['objects in objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
		['a list of them', `[${'['.repeat(60_000)}${']'.repeat(60_000)},{"n":"x","v":1}]`],
		['lists in lists of CBOR', Uint8Array.from({ length: 120_000 }, () => 0x81)],
		['many records', `[${Array.from({ length: 6000 }, (_, i) => `{"n":"ammonia","v":${i}}`).join(',')}]`],
		[
			'a long text of base64 that is none',
			JSON.stringify({ deviceInfo: { devEui: eui }, data: `${'A'.repeat(120_000)}!` }),
		],
		['a long name', JSON.stringify([{ n: `urn:dev:${'a:_'.repeat(40_000)}!`, v: 1 }])],
	])('answers 120 KB of %s in no time', (_, payload) => {
		const start = performance.now()
		decode(format, payload, { thing: 'toilet-1', devices })
		// Linear, it takes tens of milliseconds; quadratic, minutes.
		expect(performance.now() - start).toBeLessThan(2000)
		answers(payload)
	})
})

describe('Milesight', () => {
	test.each(deviceModels)('%s answers any bytes', (model) => {
		const known = channelsOf[model].map(({ id, type }) => [id, type])
		const piece = fc
			.tuple(fc.constantFrom(...known, [0xff, 0x0a], [0x20, 0xce]), fc.uint8Array({ maxLength: 14 }))
			.map(([head, data]) => [...head, ...data])
		const frames = fc.oneof(
			fc.uint8Array({ maxLength: 60 }),
			fc.array(piece).map((parts) => Uint8Array.from(parts.flat())),
		)
		fc.assert(
			fc.property(frames, fc.constantFrom(bin, toilet, { ...bin, binHeight: 1000, blindZone: 1000 }), (bytes, device) =>
				isSound(decodeMilesight(model, bytes, device, NOW)),
			),
		)
	})
})
