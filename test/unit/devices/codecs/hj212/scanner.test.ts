import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crcText } from '../../../../../devices/codecs/hj212/crc.ts'
import { frameScanner, type Scanned, writeFrame } from '../../../../../devices/codecs/hj212/scanner.ts'
import { frameOf, segmentOf, TIME } from './frames.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')
/** What a scanner finds in a text that arrives cut at the given places. */
function scanned(text: string, cuts: readonly number[] = []): Scanned[] {
	const scanner = frameScanner()
	const all = bytes(text)
	const at = [0, ...[...cuts].map((cut) => cut % (all.length + 1)).sort((a, b) => a - b), all.length]
	return [...at.slice(1).flatMap((to, i) => scanner.feed(all.subarray(at[i], to))), ...scanner.end()]
}
const segments = (found: readonly Scanned[]): string[] => found.flatMap((one) => ('segment' in one ? one.segment : []))
const codes = (found: readonly Scanned[]): string[] => found.flatMap((one) => ('broken' in one ? one.broken : []))

const example =
	'##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n'

describe('the check sum', () => {
	test('of 123456789 is 2F80', () => {
		expect(crcText(bytes('123456789'))).toBe('2F80')
	})

	test('of the example in HJ 212-2017 is 1C80, and it can be written again', () => {
		const [segment = ''] = segments(scanned(example))
		expect(segment).toBe(example.slice(6, -6))
		expect(writeFrame(segment)).toBe(example)
	})

	test('may stand in lower case', () => {
		expect(segments(scanned(example.replace('1C80', '1c80')))).toHaveLength(1)
	})

	test('finds every single garbled byte of the segment', () => {
		fc.assert(
			fc.property(fc.nat(100), fc.integer({ min: 0x20, max: 0xff }), (place, byte) => {
				const garbled = bytes(example)
				fc.pre(garbled[6 + place] !== byte)
				garbled[6 + place] = byte
				expect(segments(scanned(garbled.toString('latin1')))).toEqual([])
			}),
		)
	})
})

describe('frames', () => {
	const pieces = fc.oneof(
		fc.constantFrom(example, example.trimEnd(), frameOf(`${TIME};w01018-Rtd=12`), writeFrame('')),
		fc.constantFrom(
			'##',
			'#',
			'###',
			'##0012',
			'\r\n',
			'noise',
			'##9999',
			'##00x1',
			example.slice(0, 50),
			'##0003abcFFFF',
		),
		fc.string({ unit: 'binary-ascii', maxLength: 30 }),
	)

	test('are the same wherever the network cuts them', () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 8 }), (texts, cuts) => {
				expect(scanned(texts.join(''), cuts)).toEqual(scanned(texts.join('')))
			}),
		)
	})

	test('are the same cut at each byte', () => {
		const text = `noise${example}${frameOf(TIME)}`
		const whole = scanned(text)
		expect(segments(whole)).toHaveLength(2)
		for (let cut = 0; cut <= text.length; cut += 1) expect(scanned(text, [cut])).toEqual(whole)
	})

	test('come back as they were written', () => {
		const segment = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) })
		fc.assert(
			fc.property(fc.array(segment.filter((text) => !/##|#$/.test(text))), (texts) => {
				expect(scanned(texts.map(writeFrame).join(''))).toEqual(texts.map((text) => ({ segment: text })))
			}),
		)
	})

	test('follow one another without an end of line, too', () => {
		expect(segments(scanned(example.trimEnd().repeat(3)))).toHaveLength(3)
	})

	test('after noise, a cut frame, a wrong length or a wrong check sum are found at the next ##', () => {
		const spoils = ['noise', '##', '#', '##01', example.slice(0, 60), '##9999x\r\n', '##01zz', '##0004abcdFFFF\r\n']
		for (const spoilt of spoils) expect(segments(scanned(spoilt + example))).toEqual([example.slice(6, -6)])
	})

	test.each([
		['a check sum that is not right', example.replace('1C80', '1C81'), ['wrong-crc']],
		['more bytes than it says', example.replace('##0101', '##0100'), ['wrong-length', 'not-hj212']],
		['fewer bytes than it says', example.replace('##0101', '##0102'), ['wrong-length']],
		['no digits', example.replace('##0101', '##01x1'), ['not-hj212', 'not-hj212']],
		['nothing of a frame', 'hello', ['not-hj212']],
		['no more than a head', '##0101', ['wrong-length']],
	])('with %s are told so', (_, text, expected) => {
		expect(codes(scanned(text))).toEqual(expected)
	})

	test('may have 9999 bytes and no more', () => {
		expect(segments(scanned(writeFrame('x'.repeat(9999))))[0]).toHaveLength(9999)
		expect(() => writeFrame('x'.repeat(10_000))).toThrow(RangeError)
	})

	test.each([
		['heads that promise much', '##9999'],
		['hashes', '#'],
		['frames that are cut off', example.slice(0, 40)],
		['wrong check sums', segmentOf(TIME).replace(/^/, '##0200')],
	])('a megabyte of %s takes no more than linear time', (_, text) => {
		const start = performance.now()
		scanned(text.repeat(1_000_000 / text.length))
		// Tens of milliseconds; quadratic, minutes.
		expect(performance.now() - start).toBeLessThan(3000)
	})
})
