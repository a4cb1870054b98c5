import type { AttributeValue } from '@aws-sdk/client-dynamodb'

export type Item = Readonly<Record<string, AttributeValue>>

/**
 * Bytes of an item as DynamoDB counts them for capacity units: names and values, 3 bytes for a list or map and 1 for
 * each of its elements (Developer Guide, "DynamoDB item sizes and formats"; the 100 bytes of storage overhead are not
 * part of it).
 */
export function itemSize(item: Item): number {
	let bytes = 0
	for (const [name, value] of Object.entries(item)) bytes += Buffer.byteLength(name) + valueSize(value)
	return bytes
}

function valueSize(value: AttributeValue): number {
	if (value.S !== undefined) return Buffer.byteLength(value.S)
	if (value.N !== undefined) return numberSize(value.N)
	if (value.B !== undefined) return value.B.length
	if (value.BOOL !== undefined || value.NULL !== undefined) return 1
	if (value.SS !== undefined) return sum(value.SS.map((member) => Buffer.byteLength(member)))
	if (value.NS !== undefined) return sum(value.NS.map(numberSize))
	if (value.BS !== undefined) return sum(value.BS.map((member) => member.length))
	if (value.L !== undefined) return 3 + sum(value.L.map((element) => 1 + valueSize(element)))
	if (value.M !== undefined) return 3 + itemSize(value.M) + Object.keys(value.M).length
	throw new Error(`not an attribute value: ${JSON.stringify(value)}`)
}

/** One byte for each two significant digits, one more, and one for a minus; zeros at either end do not count. */
function numberSize(text: string): number {
	const digits = text
		.replace(/e.*$/i, '')
		.replace(/[-+.]/g, '')
		.replace(/^0+|0+$/g, '')
	return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
