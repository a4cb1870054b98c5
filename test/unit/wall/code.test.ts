import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeFrom, readCode, shownCode } from '../../../shared/domain/wall/code.ts'

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const secret = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/)

test('a code has ten characters, none of which looks or sounds like another, and is read however it is written', () => {
	fc.assert(
		fc.property(secret, (text) => {
			const code = codeFrom(text)
			expect(code).toMatch(/^[A-HJ-NP-Z2-9]{10}$/)
			expect(readCode(code)).toBe(code)
			expect(readCode(` ${shownCode(code).toLowerCase()} `)).toBe(code)
		}),
	)
})

test('any one wrong character is noticed, and any two that changed places', () => {
	fc.assert(
		fc.property(secret, fc.nat(9), fc.nat(9), fc.constantFrom(...ALPHABET), (text, i, j, char) => {
			const code = codeFrom(text)
			const at = (k: number) => code.charAt(k)
			const wrong = [...code].map((c, k) => (k === i ? char : c)).join('')
			if (wrong !== code) expect(readCode(wrong)).toBeUndefined()
			const swapped = [...code].map((c, k) => (k === i ? at(j) : k === j ? at(i) : c)).join('')
			if (swapped !== code) expect(readCode(swapped)).toBeUndefined()
		}),
	)
})

test.each(['', 'ABC', 'ABCDEFGHI0', '<script>a', 'ABCDEFGHJKL'])('%j is no code', (text) => {
	expect(readCode(text)).toBeUndefined()
})
