import { createHash } from 'node:crypto'
import * as z from '../../../shared/contract/zod.ts'

/** A message attribute as SQS carries it; `BinaryValue` is base64. */
export const messageAttribute = z.object({
	DataType: z.string().check(z.regex(/^(String|Number|Binary)(\..+)?$/, 'must be String, Number or Binary')),
	StringValue: z.optional(z.string()),
	BinaryValue: z.optional(z.base64()),
})
export const messageAttributes = z.record(z.string(), messageAttribute)

export type MessageAttribute = z.infer<typeof messageAttribute>
export type MessageAttributes = z.infer<typeof messageAttributes>

export const md5OfText = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex')

const withLength = (bytes: Buffer): Buffer[] => {
	const length = Buffer.alloc(4)
	length.writeUInt32BE(bytes.length)
	return [length, bytes]
}

/**
 * The digest that SQS returns and clients check: for each attribute by name, the length-prefixed name and data type, one
 * byte for the transport type (1 text, 2 binary) and the length-prefixed value.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export const md5OfAttributes = (attributes: MessageAttributes): string | undefined => {
	const names = Object.keys(attributes).sort()
	if (names.length === 0) return undefined
	const hash = createHash('md5')
	for (const name of names) {
		const attribute = attributes[name]
		if (attribute === undefined) continue
		const binary = attribute.BinaryValue !== undefined
		const value = binary
			? Buffer.from(attribute.BinaryValue ?? '', 'base64')
			: Buffer.from(attribute.StringValue ?? '', 'utf8')
		for (const part of [
			...withLength(Buffer.from(name, 'utf8')),
			...withLength(Buffer.from(attribute.DataType, 'utf8')),
			Buffer.of(binary ? 2 : 1),
			...withLength(value),
		])
			hash.update(part)
	}
	return hash.digest('hex')
}

/** Bytes that count against the message limit: body, and the names, types and values of the attributes. */
export const messageSize = (body: string, attributes: MessageAttributes): number => {
	let size = Buffer.byteLength(body)
	for (const [name, attribute] of Object.entries(attributes)) {
		size += Buffer.byteLength(name) + Buffer.byteLength(attribute.DataType)
		size += Buffer.byteLength(attribute.StringValue ?? '') + Buffer.byteLength(attribute.BinaryValue ?? '', 'base64')
	}
	return size
}
