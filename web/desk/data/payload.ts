/** Payloads are up to 350 KB; nobody reads more of one than this. */
const mostBytes = 4096

/** What a device sent: as text where it is one, and its bytes in rows of sixteen. */
export interface Payload {
	/** Undefined where the bytes are no text. JSON is set out in lines. */
	readonly text: string | undefined
	readonly hex: string
	/** Bytes that are not shown, of those that were kept. */
	readonly left: number
	readonly kept: number
}

/** @param base64 the bytes as they came */
export const payloadOf = (base64: string, shown = mostBytes): Payload => {
	const all = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
	const bytes = all.subarray(0, shown)
	return { text: textOf(all, shown), hex: hexRows(bytes), left: all.length - bytes.length, kept: all.length }
}

const textOf = (bytes: Uint8Array, shown: number): string | undefined => {
	let text: string
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return undefined
	}
	const isPrintable = [...text].every((character) => character >= ' ' || '\t\r\n'.includes(character))
	if (!isPrintable) return undefined
	return bytes.length > shown ? text.slice(0, shown) : setOut(text)
}

const setOut = (text: string): string => {
	try {
		return JSON.stringify(JSON.parse(text), null, 2)
	} catch {
		return text
	}
}

const hexRows = (bytes: Uint8Array): string =>
	Array.from({ length: Math.ceil(bytes.length / 16) }, (_, row) => {
		const digits = [...bytes.subarray(row * 16, row * 16 + 16)].map((byte) => byte.toString(16).padStart(2, '0'))
		return `${(row * 16).toString(16).padStart(4, '0')}  ${digits.join(' ')}`
	}).join('\n')
