import type { Principal } from './connection.ts'

export type ServiceRequest = { readonly topic: string; readonly payload: Buffer; readonly principal: Principal }

export type ServiceReply = {
	readonly topic: string
	/** Sent as JSON. */
	readonly payload: object
	/** Only the connection that asked, if it has subscribed to the topic; or all that have. */
	readonly to: 'requester' | 'subscribers'
}

/**
 * A service of AWS IoT that devices speak to by topics that begin with `$aws/`. Its requests are heard by nobody else, and
 * no rule sees them.
 */
export type MqttService = {
	/** Whether the topic is one of its requests. */
	takes(topic: string): boolean
	/** What a device did wrong is a reply; a rejection is a fault of ours. */
	answer(request: ServiceRequest): Promise<readonly ServiceReply[]>
}

/** AWS IoT's form of a refusal, on the request's topic with `/rejected`. */
export const rejected = (topic: string, statusCode: number, errorCode: string, errorMessage: string): ServiceReply => ({
	topic: `${topic}/rejected`,
	payload: { statusCode, errorCode, errorMessage },
	to: 'requester',
})
