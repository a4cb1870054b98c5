import type { AedesOptions, Client, PublishPacket } from 'aedes'
import type { Connection } from './connection.ts'
import type { MqttService, ServiceReply } from './mqttService.ts'
import { isBasicIngest, unpublishable } from './topicName.ts'
import type { TopicRules } from './topicRules.ts'

export type AuthorizerOptions = {
	readonly connectionOf: (client: Client | null) => Connection | undefined
	readonly rules: TopicRules
	readonly services: readonly MqttService[]
	readonly sendReplies: (client: Client, replies: readonly ServiceReply[]) => Promise<void>
	readonly maxPayloadBytes: number
	readonly now: () => number
	readonly log: (line: string) => void
	/** Waits for work that must end before the broker does. */
	readonly track: (work: Promise<void>) => void
}

/**
 * Publish, subscribe and receive, decided by nothing but the policies of the connection's thing. The broker library
 * asks `authorizePublish` for messages of any QoS and for last wills, and writes the PUBACK after its callback: so the
 * rules run in there, and a message is acknowledged once their actions are durable.
 */
export const createAuthorizer = ({
	connectionOf,
	rules,
	services,
	sendReplies,
	maxPayloadBytes,
	now,
	log,
	track,
}: AuthorizerOptions): Required<Pick<AedesOptions, 'authorizePublish' | 'authorizeSubscribe' | 'authorizeForward'>> => {
	const refuse = (connection: Connection | undefined, doing: string, reason: string): void =>
		log(`${connection?.clientId ?? 'a client'} ${doing}: ${reason}`)

	const serviceOf = (topic: string): MqttService | undefined => services.find(({ takes }) => takes(topic))

	const whyNot = (connection: Connection, { topic, payload, qos, retain }: PublishPacket): string | undefined => {
		const problem = serviceOf(topic) ? undefined : unpublishable(topic)
		if (problem !== undefined) return problem
		if (!connection.allows('iot:Publish', `topic/${topic}`)) return 'iot:Publish is not allowed'
		if (retain && !connection.allows('iot:RetainPublish', `topic/${topic}`)) return 'iot:RetainPublish is not allowed'
		if (!rules.accepts(topic)) return 'there is no such rule'
		if (qos === 2) return 'AWS IoT has no QoS 2'
		if (payload.length > maxPayloadBytes) return `the payload is longer than ${maxPayloadBytes} bytes`
		return undefined
	}

	return {
		// A refusal ends the connection: the library does so on an error, and so does AWS IoT.
		authorizePublish: (client, packet, callback) => {
			const connection = connectionOf(client)
			const doing = `may not publish on ${JSON.stringify(packet.topic)}`
			const reason = connection ? whyNot(connection, packet) : 'it is not connected'
			if (!client || !connection || reason !== undefined) {
				refuse(connection, doing, reason ?? '')
				callback(new Error(reason))
				return
			}
			const { topic, clientId } = { topic: packet.topic, clientId: connection.clientId }
			const service = serviceOf(topic)
			// Neither Basic Ingest nor a service passes it on: there is nobody to keep it for.
			if (isBasicIngest(topic) || service) packet.retain = false
			const payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload)
			if (service) {
				callback(null)
				track(
					service
						.answer({ topic, payload, principal: connection })
						.then((replies) => sendReplies(client, replies))
						.catch((fault: unknown) => refuse(connection, `gets no answer on ${JSON.stringify(topic)}`, String(fault))),
				)
				return
			}
			track(
				rules.run({ topic, payload, clientId, receivedAt: now() }).then(
					() => callback(null),
					(fault: unknown) => {
						refuse(connection, `gets no acknowledgement for ${JSON.stringify(topic)}`, String(fault))
						callback(fault instanceof Error ? fault : new Error(String(fault)))
					},
				),
			)
		},
		// A refused subscription is answered with 0x80 (failure).
		authorizeSubscribe: (client, subscription, callback) => {
			const { topic, qos } = subscription
			const connection = connectionOf(client)
			const granted =
				qos < 2 && !isBasicIngest(topic) && connection?.allows('iot:Subscribe', `topicfilter/${topic}`) === true
			if (!granted) refuse(connection, `may not subscribe to ${JSON.stringify(topic)}`, `QoS ${qos}`)
			callback(null, granted ? subscription : null)
		},
		authorizeForward: (client, packet) =>
			!isBasicIngest(packet.topic) &&
			serviceOf(packet.topic) === undefined &&
			connectionOf(client)?.allows('iot:Receive', `topic/${packet.topic}`)
				? packet
				: null,
	}
}
