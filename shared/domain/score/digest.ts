/** Two 32-bit hashes side by side, FNV-1a with different multipliers: for telling texts apart, not for secrecy. */
export function digest(texts: readonly string[]): string {
	let [a, b] = [0x811c9dc5, 0x9e3779b9]
	for (const text of texts) {
		for (let i = 0; i < text.length; i += 1) {
			const code = text.charCodeAt(i)
			a = Math.imul(a ^ code, 0x01000193)
			b = Math.imul(b ^ code, 0x85ebca6b)
			b ^= b >>> 13
		}
	}
	return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}`
}
