import * as z from '../zod.ts'

/**
 * What the topic rule puts on the telemetry queue, one for each MQTT message:
 * `SELECT encode(*, 'base64') AS payload, topic() AS topic, clientid() AS clientId, timestamp() AS receivedAt`.
 */
export const TelemetryMessage = z.object({
	/** The MQTT payload as it came, base64. */
	payload: z.base64(),
	/** `dt/sanitation/{thing}/{format}`. */
	topic: z.string(),
	clientId: z.optional(z.string()),
	/** Milliseconds since 1970, on the broker's clock. */
	receivedAt: z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000)),
	/** The quarantine entry that this is a replay of; the rule never sets it. */
	replayOf: z.optional(z.string().check(z.maxLength(120))),
})
export type TelemetryMessage = z.infer<typeof TelemetryMessage>
