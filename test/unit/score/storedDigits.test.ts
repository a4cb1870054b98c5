import { expect, test } from 'vitest'
import { Doubt, Excuse } from '../../../shared/contract/score/score.ts'
import { doubtDigit, doubtOf, excuseDigit, excuseOf } from '../../../shared/domain/score/storedDigits.ts'

test('a digit means in days that are stored already what it has always meant', () => {
	expect(['0', '1', '2', '3'].map(excuseOf)).toEqual(['out-of-service', 'outage', 'sensor-fault', 'appeal'])
	expect(['0', '1', '2'].map(doubtOf)).toEqual(['coverage-drop', 'flat-line', 'moved'])
})

test('every excuse and every doubt is read back from its one digit', () => {
	for (const excuse of Excuse.options) expect(excuseOf(excuseDigit(excuse))).toBe(excuse)
	for (const doubt of Doubt.options) expect(doubtOf(doubtDigit(doubt))).toBe(doubt)
	const digits = [Excuse.options.map(excuseDigit), Doubt.options.map(doubtDigit)]
	for (const all of digits) expect(all.filter((digit) => !/^[0-9]$/.test(digit))).toEqual([])
})

test('a digit that nobody wrote is a fault, not another excuse', () => {
	expect(() => excuseOf('9')).toThrow('9')
	expect(() => doubtOf('')).toThrow('no digit')
})
