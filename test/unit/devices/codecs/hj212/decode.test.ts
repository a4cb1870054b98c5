import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeFrame } from '../../../../../devices/codecs/hj212/scanner.ts'
import { toilet } from '../../../../doubles/township.ts'
import { book, decode, reasons } from '../decode.ts'
import { AT, frameOf, MN, station, TIME, understood } from './frames.ts'

const valuesOf = (data: string, how = {}) => understood(frameOf(data, how)).readings.map(({ values }) => values)

describe('a value', () => {
	test.each([
		['w01001', '001', { ph: 7.2 }],
		['w01018', '011', { cod: 7.2 }],
		['w21003', '060', { ammoniaNitrogen: 7.2 }],
		['w21011', '101', { totalPhosphorus: 7.2 }],
		['w21001', '065', { totalNitrogen: 7.2 }],
		['w01012', '003', { suspendedSolids: 7.2 }],
		// 7.2 litres a second.
		['w00000', 'B01', { flow: 25.92 }],
	])('under %s, and under %s of 2005, is understood', (code, legacy, values) => {
		expect(valuesOf(`${TIME};${code}-Rtd=7.2,${code}-Flag=N`)).toEqual([values])
		expect(valuesOf(`${TIME};${legacy}-Rtd=7.2,${legacy}-Flag=N`)).toEqual([values])
	})

	test('under w01010 is the temperature of the water', () => {
		expect(valuesOf(`${TIME};w01010-Rtd=6.3`)).toEqual([{ waterTemperature: 6.3 }])
	})

	test('under a code that no measurand has is named, not guessed', () => {
		const { readings, unknownKeys } = understood(frameOf(`${TIME};w01009-Rtd=5;w01019-Rtd=6;w01001-Rtd=7`))
		expect(readings).toMatchObject([{ values: { ph: 7 } }])
		expect(unknownKeys).toEqual(['w01009', 'w01019'])
	})

	test('is of the time of data in China, for the station that the number names', () => {
		expect(understood(frameOf(`${TIME};w01001-Rtd=7`)).readings).toEqual([
			{ device: 'works-1', at: AT, values: { ph: 7 } },
		])
	})

	test('may be of a time with milliseconds', () => {
		expect(understood(frameOf('DataTime=20260801083000250;w01001-Rtd=7')).readings).toMatchObject([{ at: AT + 250 }])
	})

	test('without a time of data is of the time of the request', () => {
		const { readings } = understood(frameOf('w01001-Rtd=7', { qn: '20260801083000001' }))
		expect(readings).toMatchObject([{ at: AT + 1 }])
	})

	test('whose sample was taken earlier is of then', () => {
		const data = `${TIME};w01018-SampleTime=20260801070000,w01018-Rtd=44,w01018-Flag=N;w01001-Rtd=7,w01001-Flag=N`
		expect(understood(frameOf(data)).readings).toEqual([
			{ device: 'works-1', at: AT - 90 * 60_000, values: { cod: 44 } },
			{ device: 'works-1', at: AT, values: { ph: 7 } },
		])
	})

	test.each(['20260231083000', '2026080108300', 'yesterday', ''])('of the time "%s" is refused', (time) => {
		const { readings, faults } = understood(frameOf(`DataTime=${time};w01001-Rtd=7`, { qn: 'x' }))
		expect({ readings, codes: faults.map(({ code }) => code) }).toEqual({ readings: [], codes: ['wrong-type'] })
	})

	test.each(['2051', '2061', '2031'])('of minutes, hours and days (%s) is the mean', (cn) => {
		expect(valuesOf(`${TIME};w01018-Cou=9,w01018-Min=1,w01018-Avg=2,w01018-Max=3,w01018-Flag=N`, { cn })).toEqual([
			{ cod: 2 },
		])
	})

	test('of real-time data may be told as a mean', () => {
		expect(valuesOf(`${TIME};011-Min=1,011-Avg=2,011-Max=3`)).toEqual([{ cod: 2 }])
	})

	test('that is no number is refused, and the others count', () => {
		const made = understood(frameOf(`${TIME};w01018-Rtd=12.3.4;w01001-Rtd=7`))
		expect(made.readings).toMatchObject([{ values: { ph: 7 } }])
		expect(reasons(made)).toEqual(['"w01018-RTD" should be a number, but is "12.3.4"'])
	})
})

describe('a data flag', () => {
	test.each(['N', 'S', 'n', ''])('"%s" leaves the value', (flag) => {
		expect(valuesOf(`${TIME};w01018-Rtd=12,w01018-Flag=${flag}`)).toEqual([{ cod: 12 }])
	})

	test.each([
		['F', 'stopped', false],
		['M', 'maintenance', false],
		['C', 'calibrating', false],
		['D', 'sensor-error', true],
		['T', 'out-of-range', true],
		['B', 'no-connection', true],
		['P', 'no-power', true],
		['X', 'not-normal', true],
	])('%s says that the value is none: %s', (flag, mark, asksForCare) => {
		expect(understood(frameOf(`${TIME};w01018-Rtd=12,w01018-Flag=${flag};w01001-Rtd=7`)).readings).toEqual([
			{
				device: 'works-1',
				at: AT,
				values: { ph: 7 },
				quality: { cod: mark },
				...(asksForCare ? { bad: ['cod'] } : {}),
			},
		])
	})
})

describe('in the field', () => {
	test.each(['-99', '-99.000000', '-999', '-9999.0', ''])('"%s" is no value and asks for nobody', (text) => {
		expect(understood(frameOf(`${TIME};w01018-Rtd=${text},w01018-Flag=N`)).readings).toEqual([
			{ device: 'works-1', at: AT, values: {}, quality: { cod: 'no-value' } },
		])
	})

	test('a key that is repeated with the same value is said once', () => {
		expect(valuesOf(`${TIME};w01018-Rtd=12,w01018-Rtd=12,w01018-Flag=N,w01018-Flag=N`)).toEqual([{ cod: 12 }])
	})

	test.each([
		`${TIME};w01018-Rtd=12,w01018-Rtd=13,w01018-Flag=N`,
		`${TIME};w01018-Rtd=12;011-Rtd=13`,
		`${TIME};w01018-Rtd=12,w01018-Flag=N,w01018-Flag=S`,
	])('what is said twice and differently is not chosen from: %s', (data) => {
		expect(understood(frameOf(data)).readings).toMatchObject([
			{ values: {}, quality: { cod: 'contradictory' }, bad: ['cod'] },
		])
	})

	test('semicolons may stand where commas should', () => {
		expect(valuesOf(`${TIME};w01018-Rtd=12;w01018-Flag=M;w01001-Rtd=7`)).toEqual([{ ph: 7 }])
	})

	test('a station of 2005 without request number and flag is understood', () => {
		const segment =
			'ST=32;CN=2011;PW=123456;MN=88888811111006;CP=&&DataTime=20210824121000;B01-Avg=3.82,B01-Cou=0;001-Min=7.62,001-Avg=7.64,001-Max=7.65;011-Avg=17.2&&'
		const devices = book({ ...station, mn: '88888811111006' })
		expect(decode('hj212', writeFrame(segment), { devices }).readings).toEqual([
			{
				device: 'works-1',
				at: Date.parse('2021-08-24T12:10:00+08:00'),
				values: { flow: 13.752, ph: 7.64, cod: 17.2 },
			},
		])
	})

	test('a frame of a station, check sum and all, is understood', () => {
		const frame =
			'##0222QN=20210824122004007;ST=32;CN=2011;PW=123456;MN=88888811111008;Flag=4;CP=&&DataTime=20210824122000;w00000-Rtd=0.00,w00000-Flag=N;w01001-Rtd=8.43,w01001-Flag=N;w01018-Rtd=7.0,w01018-SampleTime=20210824103659,w01018-Flag=N&&3840\r\n'
		expect(decode('hj212', frame, { devices: book({ ...station, mn: '88888811111008' }) })).toMatchObject({
			readings: [{ values: { flow: 0, ph: 8.43 } }, { values: { cod: 7 } }],
			faults: [],
		})
	})
})

describe('a frame', () => {
	test.each([
		['2021', 'DataTime=20260801083000;SB1-RS=1;SB2-RS=0', ['SB1', 'SB2']],
		['1062', 'RtdInterval=30', ['RtdInterval']],
		['9014', '', []],
	])('of the command %s is sound and holds nothing measured', (cn, data, unknownKeys) => {
		expect(understood(frameOf(data, { cn }))).toEqual({
			readings: [],
			faults: [],
			unknownKeys,
			ignored: 'nothing-measured',
		})
	})

	test('of a station that nobody registered is refused with its number', () => {
		expect(reasons(decode('hj212', frameOf(TIME), { devices: book(toilet) }))).toEqual([
			`the device ${MN} is not registered`,
		])
	})

	test('that names two stations is refused', () => {
		const made = understood(frameOf(`${TIME};w01001-Rtd=7`, { more: 'MN=another;' }))
		expect(reasons(made)).toEqual([`"MN" should be ${MN}, but is "another"`])
	})
})

describe('a packet in parts', () => {
	const data = `${TIME};w01018-Rtd=12.5,w01018-Flag=N;w01001-Rtd=7.2,w01001-Flag=N;w21003-Rtd=1.25,w21003-Flag=N`
	const whole = understood(frameOf(data)).readings
	const part = (piece: string, number: number, of: number): string =>
		frameOf(piece, { flag: '7', more: `PNUM=${of};PNO=${number};` })

	test('is the same as in one, wherever it was cut and however its parts arrive', () => {
		fc.assert(
			fc.property(fc.nat(data.length), fc.nat(data.length), fc.boolean(), (one, two, isTurned) => {
				const [from, to] = [Math.min(one, two), Math.max(one, two)]
				const pieces = [data.slice(0, from), data.slice(from, to), data.slice(to)]
				const frames = pieces.map((piece, i) => part(piece, i + 1, 3))
				expect(understood(...(isTurned ? frames.reverse() : frames)).readings).toEqual(whole)
			}),
		)
	})

	test('may have lost the separator where it was cut, and a part may come twice', () => {
		const cut = data.indexOf(';w01001')
		const [first, second] = [part(data.slice(0, cut), 1, 2), part(data.slice(cut + 1), 2, 2)]
		expect(understood(first, second, first)).toMatchObject({ readings: whole, faults: [] })
	})

	test('of which one is missing tells so, and only what the gap cannot touch counts', () => {
		const made = understood(
			part(`${TIME};w01001-Rtd=7,w01001-Flag=N;w01018-Rtd=12.5`, 1, 4),
			part(`w21011-Rtd=1;${TIME};w21003-Rtd=1.25,w21003-Flag=N;w21001-R`, 3, 4),
		)
		expect(made.readings).toMatchObject([{ values: { ph: 7, ammoniaNitrogen: 1.25 } }])
		expect(reasons(made)).toEqual(['of the 4 parts of a packet there is no number 2, 4'])
	})

	test('never makes a value that the whole would not, whichever parts are missing', () => {
		const value = whole[0]?.values
		fc.assert(
			fc.property(
				fc.nat(data.length),
				fc.nat(data.length),
				fc.subarray([0, 1, 2], { minLength: 1 }),
				(one, two, kept) => {
					const [from, to] = [Math.min(one, two), Math.max(one, two)]
					const pieces = [data.slice(0, from), data.slice(from, to), data.slice(to)]
					const { readings } = understood(...kept.map((i) => part(pieces[i] ?? '', i + 1, 3)))
					for (const { at, values } of readings) {
						expect(at).toBe(AT)
						expect(value).toMatchObject(values)
					}
				},
			),
		)
	})

	test('of very many small parts takes no more than linear time', () => {
		const frames = Array.from({ length: 1000 }, (_, i) => part('x', i + 1, 1000))
		const start = performance.now()
		expect(understood(...frames).faults).toMatchObject([{ code: 'empty' }])
		expect(performance.now() - start).toBeLessThan(1000)
	})

	test('that claims to be one of very many is not waited for', () => {
		expect(reasons(understood(part(data, 99_999, 99_999)))).toHaveLength(1)
	})
})

test('any frame of the names it knows is answered', () => {
	const name = fc.constantFrom('w01018', '011', 'w00000', 'DataTime', 'QN', 'x', '', '-')
	const field = fc.constantFrom('-Rtd', '-Avg', '-Flag', '-SampleTime', '')
	const value = fc.oneof(fc.constantFrom('N', 'D', '-99', '20260801083000', '1e999', '&&'), fc.string())
	const token = fc.tuple(name, field, value, fc.constantFrom(';', ',', '')).map(([a, b, c, d]) => `${a}${b}=${c}${d}`)
	fc.assert(
		fc.property(fc.array(token), fc.constantFrom('2011', '2051', '2021', '1'), fc.nat(9), (tokens, cn, number) => {
			const { readings } = understood(frameOf(tokens.join(''), { cn, more: `PNUM=5;PNO=${number};` }))
			for (const { at, values } of readings) {
				expect(Number.isInteger(at)).toBe(true)
				for (const one of Object.values(values)) expect(Number.isFinite(one)).toBe(true)
			}
		}),
	)
})
