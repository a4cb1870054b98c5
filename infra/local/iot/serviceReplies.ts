import type { Aedes, Client, PublishPacket } from 'aedes'
import type { ServiceReply } from './mqttService.ts'
import { matchesTopicFilter } from './topicFilter.ts'

/** Sends what a service answers, at QoS 1 where the subscription has it, and never to somebody who has not subscribed. */
export const sendReplies = async (aedes: Aedes, client: Client, replies: readonly ServiceReply[]): Promise<void> => {
	for (const { topic, payload, to } of replies) {
		const content = Buffer.from(JSON.stringify(payload))
		const packet: PublishPacket = { cmd: 'publish', topic, payload: content, qos: 1, retain: false, dup: false }
		if (to === 'subscribers') await settled((done) => aedes.publish(packet, done))
		else {
			const qos = subscribedQos(client, topic)
			if (qos !== undefined && !client.closed) await settled((done) => client.publish({ ...packet, qos }, done))
		}
	}
}

const settled = (work: (done: (fault?: Error | null) => void) => void): Promise<void> =>
	new Promise((resolve, reject) => work((fault) => (fault ? reject(fault) : resolve())))

/** The QoS at which the client hears the topic; undefined where it does not. */
const subscribedQos = (client: Client, topic: string): 0 | 1 | undefined => {
	// The library's types leave it out: by filter, what the client has subscribed to.
	const subscriptions: Record<string, { qos?: number }> = Reflect.get(client, 'subscriptions') ?? {}
	const heard = Object.entries(subscriptions).filter(([filter]) => matchesTopicFilter(filter, topic))
	return heard.length === 0 ? undefined : heard.some(([, { qos = 0 }]) => qos > 0) ? 1 : 0
}
