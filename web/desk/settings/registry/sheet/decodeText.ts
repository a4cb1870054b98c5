/** How the bytes of a file were read. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'GBK'

/**
 * The text of a file as spreadsheet programs save it: UTF-8 with or without a byte order mark, UTF-16 with one, else GBK
 * (read as its superset GB 18030), which Chinese Excel writes.
 */
export const decodeText = (bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } => {
	const [first, second] = bytes
	if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' }
	if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' }
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
	} catch {
		return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'GBK' }
	}
}
