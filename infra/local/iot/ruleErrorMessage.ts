import type { PublishedMessage } from './publishedMessage.ts'

/** One failed action, in the words of AWS IoT's error action message. */
export type Failure = {
	readonly failedAction: string
	readonly failedResource: string
	readonly errorMessage: string
}

/** An action is an object of one key, its kind: `{Sqs: {QueueUrl: …}}`. */
export const failureOf = (action: unknown, fault: unknown): Failure => {
	const [kind, options] = Object.entries(action ?? {})[0] ?? ['Unknown', {}]
	const resource = Object.entries(options ?? {}).find(([key, value]) => key !== 'RoleArn' && typeof value === 'string')
	return {
		failedAction: `${kind}Action`,
		failedResource: String(resource?.[1] ?? ''),
		errorMessage: fault instanceof Error ? fault.message : String(fault),
	}
}

/** The JSON that AWS IoT gives to an error action (Developer Guide, "Error handling"). */
export const errorActionMessage = (
	ruleName: string,
	message: PublishedMessage,
	failures: readonly Failure[],
	traceId: string,
): string =>
	JSON.stringify({
		ruleName,
		topic: message.topic,
		cloudwatchTraceId: traceId,
		clientId: message.clientId ?? 'n/a',
		base64OriginalPayload: message.payload.toString('base64'),
		failures,
	})
