import { describe, expect, test } from 'vitest'
import { decodeMilesight } from '../../../../devices/codecs/milesight/decode.ts'
import { fullness } from '../../../../devices/codecs/milesight/fullness.ts'
import type { Device } from '../../../../shared/contract/registry/registry.ts'
import { bin, toilet } from '../../../doubles/township.ts'
import { bytesOf, NOW, reasons } from './decode.ts'

const tallBin = { ...bin, binHeight: 2600, blindZone: 280 }
const well: Device = { ...toilet, id: 'well-1', kind: 'sewage', wellDepth: 3000 }
const of = (model: NonNullable<Device['model']>, hex: string, device: Device) =>
	decodeMilesight(model, bytesOf(hex), device, NOW)
const valuesOf = (...args: Parameters<typeof of>) => of(...args).readings.map(({ values }) => values)

// The frames are the examples of the sensors' published payload tables, where not said otherwise.
describe('GS301', () => {
	test('gases come in mg/m³, and what no measurand has is named', () => {
		expect(of('GS301', '017564 02671C01 036864 047D0000 057D0100', toilet)).toEqual({
			readings: [
				{
					device: 'toilet-1',
					at: NOW,
					values: { battery: 100, temperature: 28.4, ammonia: 0, hydrogenSulfide: 0.01394 },
				},
			],
			faults: [],
			unknownKeys: ['humidity'],
		})
	})

	test('from firmware 1.2 on hydrogen sulfide has a digit more', () => {
		expect(valuesOf('GS301', '047D6400 067DE803', toilet)).toEqual([{ ammonia: 0.696, hydrogenSulfide: 1.394 }])
	})

	test('a cell that is polarising gives no value and asks for nobody; one that failed does', () => {
		expect(of('GS301', '017564 047DFEFF 057DFFFF', toilet).readings).toEqual([
			{
				device: 'toilet-1',
				at: NOW,
				values: { battery: 100 },
				bad: ['hydrogenSulfide'],
				quality: { ammonia: 'polarising', hydrogenSulfide: 'sensor-error' },
			},
		])
	})

	test('the air alone says nothing of a toilet: no gas, no temperature', () => {
		expect(valuesOf('GS301', '02671C01 047DFFFF 057DFFFF', toilet)).toEqual([{}])
		expect(of('GS301', '02671C01', toilet)).toMatchObject({ readings: [], unknownKeys: ['temperature'] })
	})
})

describe('level sensors', () => {
	test('a distance becomes the fill by the height of the bin and the blind zone of the sensor', () => {
		expect(valuesOf('EM400-MUD', '01755C 03670101 04824408 050000', tallBin)).toEqual([
			{ battery: 92, temperature: 25.7, fill: 20.86 },
		])
		expect([fullness(2600, 2600, 280), fullness(280, 2600, 280), fullness(100, 2600, 280)]).toEqual([0, 100, 100])
		expect([fullness(0, 2600, 280), fullness(2861, 2600, 280), fullness(65_535, 2600, 0)]).toEqual([
			undefined,
			undefined,
			undefined,
		])
	})

	test.each(['EM400-MUD', 'EM400-TLD', 'EM400-UDL'] as const)('%s that lies askew tells no fill', (model) => {
		expect(of(model, '01755C 03670101 04824408 050001', tallBin).readings).toEqual([
			{
				device: 'bin-1',
				at: NOW,
				values: { battery: 92, temperature: 25.7 },
				bad: ['fill'],
				quality: { fill: 'tilted' },
			},
		])
	})

	test('a value that crossed a threshold counts like any other', () => {
		expect(valuesOf('EM400-UDL', '8367e80001 8482410601', tallBin)).toEqual([{ temperature: 23.2, fill: 43.06 }])
	})

	test('EM310-UDL', () => {
		expect(of('EM310-UDL', '01755C 03824408 040001', tallBin).readings).toMatchObject([
			{ values: { battery: 92 }, quality: { fill: 'tilted' } },
		])
		expect(valuesOf('EM310-UDL', '03824408 040000', tallBin)).toEqual([{ fill: 20.86 }])
	})

	test('an echo from beyond the floor is out of range', () => {
		expect(of('EM500-UDL', '0382FFFF', tallBin).readings).toMatchObject([
			{ values: {}, quality: { fill: 'out-of-range' } },
		])
	})

	test('without the height of the bin the distance waits in quarantine, the rest counts', () => {
		const decoded = of('EM500-UDL', '017564 03821E00', bin)
		expect(decoded.readings).toEqual([{ device: 'bin-1', at: NOW, values: { battery: 100 } }])
		expect(reasons(decoded)).toEqual(['the registry lacks the binHeight of bin-1: 30 mm cannot be turned into a level'])
	})

	test('over a well it tells the level, in a septic tank how full that is', () => {
		expect(valuesOf('EM500-UDL', '0382DC05', well)).toEqual([{ level: 50 }])
		expect(valuesOf('EM500-UDL', '0382DC05', { ...toilet, wellDepth: 3000 })).toEqual([{ septicLevel: 50 }])
	})

	test('EM500-SWL: the depth of water becomes the level; what it could not measure is marked', () => {
		expect(valuesOf('EM500-SWL', '017564 03779600', well)).toEqual([{ battery: 100, level: 50 }])
		expect(of('EM500-SWL', '0377FFFF', well).readings[0]?.quality).toEqual({ level: 'sensor-error' })
		expect(of('EM500-SWL', '0377FDFF', well).readings[0]?.quality).toEqual({ level: 'out-of-range' })
	})

	test('WS201 tells itself how full the box is', () => {
		expect(valuesOf('WS201', '017564 03823E00 04D645', bin)).toEqual([{ battery: 100, fill: 69 }])
	})
})

test.each([
	['EM300-TH', '01755C 03673401 046865'],
	['EM300-MCS', '01755C 03673401 046865 060001'],
	['EM300-SLD', '01755C 03673401 046865 050000'],
	['EM300-ZLD', '01755C 03673401 046865 050000'],
	['EM320-TH', '01755C 03673401 046865'],
] as const)('%s tells the temperature of a bin', (model, hex) => {
	expect(valuesOf(model, hex, bin)).toEqual([{ battery: 92, temperature: 30.8 }])
})

test('a temperature below zero is one', () => {
	expect(valuesOf('EM300-TH', '0367F6FF', bin)).toEqual([{ temperature: -1 }])
})

describe('people', () => {
	test.each([
		['VS132', '03D2BE000000 04D231010000 05CC03000200', { visits: 3 }],
		['VS133', '05CC01000000 08CC00000000 0BCC02000000 0ECC05000700', { visits: 8 }],
		['VS121', '05CC02000100', { visits: 2 }],
		['VS350', '017564 03670C01 04CC12001600 05CC13001400', { battery: 100, visits: 19 }],
		['VS351', '017564 03670C01 04CC12001600 05CC13001400', { battery: 100, visits: 19 }],
		['VS360', '017564 027564 04CC12001600 05CC13001400', { battery: 100, visits: 19 }],
	] as const)('%s: who came in since the last report', (model, hex, values) => {
		expect(valuesOf(model, hex, toilet)).toEqual([values])
	})

	test('the counts of a threshold alarm come again with the period, so they are not taken', () => {
		expect(of('VS350', '84CC0111081101 85CCE803E90301', toilet)).toMatchObject({
			readings: [],
			unknownKeys: ['total_count_alarm', 'period_count_alarm'],
		})
	})
})

describe('the memory of a sensor', () => {
	test('records come with their own times, in any order, each of its length', () => {
		const decoded = of('VS360', '20CEFF3DF16401070002001D000800 20CE7B3AF164000B000400 05CC01000000', toilet)
		expect(decoded.readings).toEqual([
			{ device: 'toilet-1', at: NOW, values: { visits: 1 } },
			{ device: 'toilet-1', at: 1_693_531_647_000, values: { visits: 7 } },
			{ device: 'toilet-1', at: 1_693_530_747_000, values: { visits: 11 } },
		])
	})

	test.each([
		['EM300-TH', '20CE9E74466310015D00', bin, { temperature: 27.2 }],
		['EM320-TH', '20CE9E74466310015D', bin, { temperature: 27.2 }],
		['EM500-SWL', '20CE9E7446639600', well, { level: 50 }],
		['EM500-UDL', '20CE9E744663DC05', well, { level: 50 }],
	] as const)('%s', (model, hex, device, values) => {
		expect(of(model, hex, device).readings).toEqual([{ device: device.id, at: 1_665_561_758_000, values }])
	})
})

describe('what is not in the table', () => {
	test('ends the reading of the frame; what came before counts', () => {
		const decoded = of('GS301', '017564 187D0100 047D6400', toilet)
		expect(decoded.readings).toMatchObject([{ values: { battery: 100 } }])
		expect(reasons(decoded)).toEqual([
			"the channel 18 7d at byte 3 is not in this model's payload table; what follows was not read",
		])
	})

	test('a frame that breaks off says where', () => {
		expect(reasons(of('GS301', '017564 047D64', toilet))).toEqual(['the payload breaks off at byte 3: 04 7d 64'])
	})

	test('what a sensor says of itself on joining, and its answers to settings, hold no reading and are no fault', () => {
		const joining = of('VS132', 'FF0101 FF166614C39694870000 FF090102 FF1F84010001 03D2BE000000', toilet)
		expect(joining).toMatchObject({ readings: [], faults: [], ignored: 'nothing-measured' })
		expect(of('EM500-UDL', 'FE03B004', bin)).toMatchObject({ readings: [], faults: [], unknownKeys: ['setting'] })
	})
})
