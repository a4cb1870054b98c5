/**
 * The check sum of HJ 212 (appendix A of the 2005, 2017 and 2025 editions) over the bytes of the data segment. Not that
 * of Modbus: there a byte is xored into the low half of the register, here the high half becomes the low one before.
 * The check value for `123456789` is 2F80.
 * @returns 0 to 65535
 */
export function crc16(bytes: Uint8Array): number {
	let register = 0xffff
	for (const byte of bytes) {
		register = (register >> 8) ^ byte
		for (let bit = 0; bit < 8; bit += 1) register = register & 1 ? (register >> 1) ^ 0xa001 : register >> 1
	}
	return register
}

/** As it stands at the end of a frame: four hexadecimal digits, in capitals. */
export const crcText = (bytes: Uint8Array): string => crc16(bytes).toString(16).toUpperCase().padStart(4, '0')
