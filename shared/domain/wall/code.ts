/** Capital letters and digits without those that look or sound like another: no 0 and O, no 1 and I. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const DRAWN = 9

/**
 * The code of a report: 9 characters (45 bits) and a check character, so that a slip of the pen or of the ear is noticed:
 * any one wrong character, any two that changed places.
 * @param secret at least 9 characters of base64url that nobody can guess
 * @throws when the secret is too short
 */
export function codeFrom(secret: string): string {
	const drawn = [...secret].slice(0, DRAWN).map((char) => BASE64URL.indexOf(char) & 31)
	if (drawn.length < DRAWN) throw new Error(`a code needs ${DRAWN} characters of secret, got ${drawn.length}`)
	return [...drawn, times2(checksum(drawn))].map((value) => ALPHABET.charAt(value)).join('')
}

/** A code as people write it, with spaces, hyphens, small letters; undefined when it cannot be one. */
export function readCode(text: string): string | undefined {
	const code = text.toUpperCase().replace(/[\s-]/g, '')
	const values = [...code].map((char) => ALPHABET.indexOf(char))
	if (values.length !== DRAWN + 1 || values.includes(-1)) return undefined
	return checksum(values) === 0 ? code : undefined
}

/** As it is shown and read aloud: `ABCDE-23456`. */
export const shownCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** Horner's rule in the field of 32 elements: a Reed-Solomon code with one check symbol. */
const checksum = (values: readonly number[]): number => values.reduce((sum, value) => times2(sum) ^ value, 0)

/** Times x modulo x⁵ + x² + 1. */
const times2 = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31
