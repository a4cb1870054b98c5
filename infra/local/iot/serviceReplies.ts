import type { Aedes, Client, PublishPacket } from 'aedes'
import type { ServiceReply } from './mqttService.ts'
import { matchesTopicFilter } from './topicFilter.ts'

/** Sends what a service answers, at QoS 1 where the subscription has it, and never to somebody who has not subscribed. */
export const sendReplies = async (aedes: Aedes, client: Client, replies: readonly ServiceReply[]): Promise<void> => {
	for (const reply of replies) {
		if (reply.to === 'subscribers') await tellSubscribers(aedes, [reply])
		else {
			const qos = subscribedQos(client, reply.topic)
			if (qos !== undefined && !client.closed)
				await settled((done) => client.publish({ ...packetOf(reply), qos }, done))
		}
	}
}

/** Sends those replies that are for all who have subscribed; the policy of each decides whether it receives them. */
export const tellSubscribers = async (aedes: Aedes, replies: readonly ServiceReply[]): Promise<void> => {
	for (const reply of replies)
		if (reply.to === 'subscribers') await settled((done) => aedes.publish(packetOf(reply), done))
}

const packetOf = ({ topic, payload }: ServiceReply): PublishPacket => {
	const content = Buffer.from(JSON.stringify(payload))
	return { cmd: 'publish', topic, payload: content, qos: 1, retain: false, dup: false }
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
