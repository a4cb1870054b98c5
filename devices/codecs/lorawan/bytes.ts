/** The bytes of a base64 text (RFC 4648, also its alphabet for URLs); undefined where it is none. */
export function bytesOf(text: unknown): Uint8Array | undefined {
	if (typeof text !== 'string' || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) return undefined
	return new Uint8Array(Buffer.from(text, 'base64'))
}
