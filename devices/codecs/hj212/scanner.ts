import { shown } from '../outcome.ts'
import { crcText } from './crc.ts'

/** What a stream of bytes holds: a sound frame, or one that was begun and is none. */
export type Scanned =
	| { segment: string }
	| { broken: 'wrong-length' | 'wrong-crc' | 'not-hj212'; expected: string; got: string }

/** Reads frames off a stream, however it is cut into pieces. */
export type FrameScanner = {
	/** What these bytes complete, in order. */
	feed(bytes: Uint8Array): Scanned[]
	/** Says that nothing follows: what is still begun is broken. */
	end(): Scanned[]
}

/** Four digits can say no more. HJ 212 itself says 1024; stations in the field send longer ones unasked. */
const LONGEST = 9999
const CRC_DIGITS = 4
const HASH = 0x23
const SHOWN = 40
/** One character a byte, so that a segment can be written again as it came. */
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/**
 * `##`, four digits that count the bytes of the data segment, the segment, four hexadecimal digits of its check sum;
 * CR LF mostly follows. A machine that takes one byte at a time, so where a packet of the network ends cannot matter, and
 * in time linear in the bytes. It never holds more than one frame. After a mistake it goes on at the next `##`: neither
 * that nor a control character stands in a segment, so one that meets them was shorter than it said.
 */
export function frameScanner(): FrameScanner {
	const body = new Uint8Array(LONGEST + CRC_DIGITS)
	let hashes = 0
	/** Digits of the length read so far, or undefined outside of a frame. */
	let head: string | undefined
	let needed = 0
	let filled = 0
	/** What came since the last frame and belongs to none, as far as it is shown. */
	let stray = ''

	const leave = (nextHashes: number): void => {
		head = nextHashes === 2 ? '' : undefined
		hashes = nextHashes
		needed = 0
		filled = 0
	}
	const strays = (): Scanned[] => {
		if (stray === '') return []
		const got = shown(stray)
		stray = ''
		return [{ broken: 'not-hj212', expected: '##', got }]
	}
	const short = (): Scanned => {
		return { broken: 'wrong-length', expected: `${needed - CRC_DIGITS}`, got: `${Math.max(0, filled - CRC_DIGITS)}` }
	}

	const outside = (byte: number): Scanned[] => {
		if (byte === HASH) {
			hashes += 1
			if (hashes < 2) return []
			const before = strays()
			leave(2)
			return before
		}
		// The end of a line belongs to the frame before it.
		const isEndOfLine = byte === 0x0d || byte === 0x0a
		if (stray.length < SHOWN) stray += '#'.repeat(hashes) + (isEndOfLine ? '' : String.fromCharCode(byte))
		hashes = 0
		return []
	}
	const inHead = (byte: number, digits: string): Scanned[] => {
		if (byte >= 0x30 && byte <= 0x39) {
			head = digits + String.fromCharCode(byte)
			if (head.length === 4) needed = Number(head) + CRC_DIGITS
			return []
		}
		// Of three hashes the last two may be the head.
		if (byte === HASH && digits === '') return []
		const got = `##${digits}${String.fromCharCode(byte)}`
		leave(byte === HASH ? 1 : 0)
		return [{ broken: 'not-hj212', expected: '##0000', got: shown(got) }]
	}
	const inBody = (byte: number): Scanned[] => {
		const isNextHead = byte === HASH && filled > 0 && body[filled - 1] === HASH
		if (isNextHead || byte < 0x20) {
			if (isNextHead) filled -= 1
			const broken = short()
			leave(isNextHead ? 2 : 0)
			return [broken]
		}
		body[filled] = byte
		filled += 1
		if (filled < needed) return []
		const made = judged(body.subarray(0, needed - CRC_DIGITS), body.subarray(needed - CRC_DIGITS, needed))
		leave(0)
		return [made]
	}

	return {
		feed: (bytes) => {
			const found: Scanned[] = []
			for (const byte of bytes) {
				const made = head === undefined ? outside(byte) : head.length < 4 ? inHead(byte, head) : inBody(byte)
				for (const one of made) found.push(one)
			}
			return found
		},
		end: () => {
			const isBegun = head !== undefined
			const found = isBegun && needed > 0 ? [short()] : []
			stray += isBegun ? (needed > 0 ? '' : `##${head}`) : '#'.repeat(hashes)
			found.push(...strays())
			leave(0)
			return found
		},
	}
}

function judged(segment: Uint8Array, crc: Uint8Array): Scanned {
	const [expected, got] = [crcText(segment), latin1(crc)]
	const text = latin1(segment)
	if (expected === got.toUpperCase()) return { segment: text }
	// A segment ends with its data area. Where it does not, it was counted wrongly rather than garbled.
	if (!text.endsWith('&&') && /[^0-9A-Fa-f]/.test(got)) {
		return {
			broken: 'wrong-length',
			expected: `${segment.length}`,
			got: shown(`…${text.slice(-8)}${got}`),
		}
	}
	return { broken: 'wrong-crc', expected, got: shown(got) }
}

/**
 * A frame around a data segment.
 * @param segment characters of one byte each, at most 9999
 * @throws RangeError for a longer one
 */
export function writeFrame(segment: string): string {
	if (segment.length > LONGEST)
		throw new RangeError(`A data segment has at most ${LONGEST} bytes, not ${segment.length}`)
	return `##${String(segment.length).padStart(4, '0')}${segment}${crcText(Buffer.from(segment, 'latin1'))}\r\n`
}
