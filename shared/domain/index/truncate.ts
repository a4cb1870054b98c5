/** Digits of a double that are surely meant: what comes after is noise of binary arithmetic. */
const SURE_DIGITS = 12

/**
 * Cuts off the decimals beyond the given ones, in decimal: 0.078 53 to three is 0.078, and so is 0.078, whatever binary
 * fraction stands for it. Multiplying by 1000 and flooring would make 0.077 of some.
 */
export function truncated(value: number, decimals: number): number {
	const [mantissa = '', exponent = '0'] = Math.abs(value)
		.toExponential(SURE_DIGITS - 1)
		.split('e')
	const kept = Number(exponent) + 1 + decimals
	if (kept <= 0) return 0
	const digits = mantissa.replace('.', '').slice(0, kept)
	return Math.sign(value) * Number(`${digits}e${Number(exponent) + 1 - digits.length}`)
}
