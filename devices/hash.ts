/**
 * Randomness without state: a value is a function of (key, salt, number), so the same instant always gets the same
 * value, whichever other instants were asked for before it.
 */

const fnvOffset = 0x811c9dc5
const fnvPrime = 0x01000193

/** A 32-bit number for a text (FNV-1a), for device ids and the names of random streams. */
export const textHash = (text: string): number => {
	let hash = fnvOffset
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), fnvPrime)
	return hash >>> 0
}

/** Mixes two 32-bit numbers into one (the finaliser of MurmurHash3, applied to both). */
export const mix = (a: number, b: number): number => {
	let hash = Math.imul(b ^ 0x9e3779b9, 0x85ebca6b)
	hash ^= hash >>> 13
	hash = Math.imul(hash ^ a, 0xc2b2ae35)
	hash ^= hash >>> 16
	hash = Math.imul(hash, 0x85ebca6b)
	hash ^= hash >>> 13
	hash = Math.imul(hash, 0xc2b2ae35)
	return (hash ^ (hash >>> 16)) >>> 0
}

/** Uniform in [0, 1) for the n-th draw (n a whole number) of the stream `salt` of `key`. */
export const draw = (key: number, salt: number, n: number): number => mix(mix(key, salt), n) / 0x1_0000_0000

/** Uniform in [low, high). */
export const drawBetween = (key: number, salt: number, n: number, low: number, high: number): number =>
	low + (high - low) * draw(key, salt, n)

/** Smooth noise in [-1, 1]: draws at whole numbers, joined by a smoothstep, so it has no jumps. */
export const smoothNoise = (key: number, salt: number, x: number): number => {
	const n = Math.floor(x)
	const f = x - n
	const a = draw(key, salt, n)
	const b = draw(key, salt, n + 1)
	return (a + (b - a) * f * f * (3 - 2 * f)) * 2 - 1
}

/** A count with the given mean (Poisson, by inversion); means here are below 30. */
export const drawCount = (key: number, salt: number, n: number, mean: number): number => {
	const u = draw(key, salt, n)
	let term = Math.exp(-mean)
	let sum = term
	let count = 0
	while (u > sum && count < 100) {
		count++
		term *= mean / count
		sum += term
	}
	return count
}

/** Rounds to the decimals that a sensor prints. */
export const toDecimals = (value: number, decimals: number): number => {
	const scale = 10 ** decimals
	return Math.round(value * scale) / scale
}
