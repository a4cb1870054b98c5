import type { Decoder, DeviceBook } from '../../shared/contract/telemetry/decoding.ts'
import type { Decoded, Fault } from '../../shared/contract/telemetry/reading.ts'
import { TelemetryMessage } from '../../shared/contract/telemetry/telemetryMessage.ts'

export type QueueRecord = {
	messageId: string
	body: string
	/** When it was put on the queue, milliseconds since 1970, as SQS writes it. */
	attributes?: { SentTimestamp: string }
}
/** By format; each is loaded when it is first wanted. */
export type Decoders = Readonly<Record<string, () => Promise<Decoder>>>

/** A message of the queue, before its payload is decoded. */
export type Envelope = {
	record: QueueRecord
	message: TelemetryMessage
	/** The publishing thing and the format, from the topic. */
	thing: string
	format: string
	payload: Uint8Array
	/** Why nothing in it can be decoded. */
	fault?: Fault
}
export type Opened = Envelope & { decoded: Decoded }

/** AWS IoT takes no larger payload; the local broker does, so that the sender can be told. */
const LARGEST_PAYLOAD = 128 * 1024

/** Reads what stands around the payload: never throws, a fault says why the rest is of no use. */
export function readEnvelope(record: QueueRecord, now: number): Envelope {
	const message = parseBody(record.body)
	if (!message) {
		const payload = new TextEncoder().encode(record.body)
		const fallback: TelemetryMessage = { payload: '', topic: '', receivedAt: now }
		return { record, message: fallback, thing: '', format: '', payload, fault: { code: 'bad-message' } }
	}
	const payload = new Uint8Array(Buffer.from(message.payload, 'base64'))
	const [, , thing = '', format = ''] = message.topic.split('/')
	const envelope = { record, message, thing, format, payload }
	if (payload.length <= LARGEST_PAYLOAD) return envelope
	const got = kilobytes(payload.length)
	return { ...envelope, fault: { code: 'too-large', got, expected: kilobytes(LARGEST_PAYLOAD), device: thing } }
}

/** The decoders that the messages want, of all there are. */
export async function decodersFor(
	envelopes: readonly Envelope[],
	decoders: Decoders,
): Promise<ReadonlyMap<string, Decoder>> {
	const formats = [...new Set(envelopes.map(({ format }) => format))]
	const wanted = formats.flatMap((format) =>
		Object.hasOwn(decoders, format) ? [[format, decoders[format]] as const] : [],
	)
	const loaded = wanted.map(async ([format, load]) => (load ? [[format, await load()] as const] : []))
	return new Map((await Promise.all(loaded)).flat())
}

/** Decodes a payload, or says why it cannot be. @param known the names of all formats, for whoever sent another */
export function openMessage(
	envelope: Envelope,
	decoders: ReadonlyMap<string, Decoder>,
	known: readonly string[],
	devices: DeviceBook,
): Opened {
	const { message, thing, format, payload, fault } = envelope
	if (fault) return { ...envelope, decoded: refuse(fault) }
	const decoder = decoders.get(format)
	if (decoder) return { ...envelope, decoded: decoder(payload, { thing, receivedAt: message.receivedAt, devices }) }
	const expected = known.join(', ')
	return { ...envelope, decoded: refuse({ code: 'unknown-format', got: format, expected, device: thing }) }
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
