import type { Decoder, DeviceBook } from '../../shared/contract/decoding.ts'
import type { Decoded, Fault } from '../../shared/contract/reading.ts'
import { TelemetryMessage } from '../../shared/contract/telemetryMessage.ts'

export type QueueRecord = {
	messageId: string
	body: string
	/** When it was put on the queue, milliseconds since 1970, as SQS writes it. */
	attributes?: { SentTimestamp: string }
}
export type Decoders = Readonly<Record<string, Decoder>>
export type Opened = {
	record: QueueRecord
	message: TelemetryMessage
	/** The publishing thing, from the topic. */
	thing: string
	payload: Uint8Array
	decoded: Decoded
}

/** AWS IoT takes no larger payload; the local broker does, so that the sender can be told. */
const LARGEST_PAYLOAD = 128 * 1024

/** Opens one message of the queue: by the format in its topic, or with the fault that says why it cannot be opened. */
export function openMessage(record: QueueRecord, decoders: Decoders, devices: DeviceBook, now: number): Opened {
	const message = parseBody(record.body)
	if (!message) {
		const payload = new TextEncoder().encode(record.body)
		const fallback: TelemetryMessage = { payload: '', topic: '', receivedAt: now }
		return { record, message: fallback, thing: '', payload, decoded: refuse({ code: 'bad-message' }) }
	}
	const payload = new Uint8Array(Buffer.from(message.payload, 'base64'))
	const [, , thing = '', format = ''] = message.topic.split('/')
	const decoder = Object.hasOwn(decoders, format) ? decoders[format] : undefined
	const base = { record, message, thing, payload }
	if (payload.length > LARGEST_PAYLOAD) {
		const fault: Fault = {
			code: 'too-large',
			got: kilobytes(payload.length),
			expected: kilobytes(LARGEST_PAYLOAD),
			device: thing,
		}
		return { ...base, decoded: refuse(fault) }
	}
	if (!decoder) {
		const fault: Fault = {
			code: 'unknown-format',
			got: format,
			expected: Object.keys(decoders).join(', '),
			device: thing,
		}
		return { ...base, decoded: refuse(fault) }
	}
	return { ...base, decoded: decoder(payload, { thing, receivedAt: message.receivedAt, devices }) }
}

function parseBody(body: string): TelemetryMessage | undefined {
	try {
		return TelemetryMessage.safeParse(JSON.parse(body)).data
	} catch {
		return undefined
	}
}

const refuse = (fault: Fault): Decoded => ({ readings: [], faults: [fault], unknownKeys: [] })

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`
