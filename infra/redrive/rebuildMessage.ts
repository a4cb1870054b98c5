import { TelemetryMessage } from '../../shared/contract/telemetry/telemetryMessage.ts'
import * as z from '../../shared/contract/zod.ts'

/**
 * What AWS IoT gives to an error action (Developer Guide, "Error handling (error action)"). The time of arrival is not
 * in it.
 */
const RuleError = z.object({
	topic: z.string(),
	clientId: z.optional(z.string()),
	base64OriginalPayload: z.base64(),
	failures: z.array(z.object({ failedAction: z.string(), errorMessage: z.string() })),
})

/**
 * The message that the topic rule would have put on the telemetry queue, from what its error action left. Undefined for
 * a text that is not of an error action.
 * @param sentAt when the error action ran, milliseconds since 1970: moments after the message arrived
 */
export const telemetryOfRuleError = (body: string, sentAt: number): TelemetryMessage | undefined => {
	const error = ruleError(body)
	if (error === undefined) return undefined
	const { topic, clientId, base64OriginalPayload } = error
	return TelemetryMessage.parse({
		payload: base64OriginalPayload,
		// As `topic()` gives it: without the address of the rule, where a device used Basic Ingest.
		topic: topic.replace(/^\$aws\/rules\/[^/]+\//, ''),
		...(clientId === undefined || clientId.toLowerCase() === 'n/a' ? {} : { clientId }),
		receivedAt: sentAt,
	})
}

/** The topic a message of either queue was published to, and why the rule failed where it did; for people to look at. */
export const describeBody = (body: string): { readonly topic?: string; readonly failure?: string } => {
	const error = ruleError(body)
	if (error) return { topic: error.topic, ...(error.failures[0] && { failure: error.failures[0].errorMessage }) }
	const message = TelemetryMessage.safeParse(asJson(body))
	return message.success ? { topic: message.data.topic } : {}
}

const ruleError = (body: string): z.infer<typeof RuleError> | undefined => RuleError.safeParse(asJson(body)).data

const asJson = (text: string): unknown => {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}
