import type { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import type { SNSClient } from '@aws-sdk/client-sns'
import type { Channel } from '../../../shared/contract/alert/channel.ts'
import type { AlertMessage } from '../../../shared/contract/alert/message.ts'
import type { MessageSender, Sent } from '../../../shared/ports/channel.ts'
import type { Secrets } from '../../../shared/ports/secrets.ts'
import type { PostOptions } from './safePost.ts'

export type ChannelClients = { sns: () => Promise<SNSClient>; iot: () => Promise<IoTDataPlaneClient> }

/** Every kind of channel behind one port; each is loaded when the first message goes its way. */
export class ChannelSender implements MessageSender {
	readonly #secrets: Secrets
	readonly #clients: ChannelClients
	readonly #options: PostOptions

	constructor(secrets: Secrets, clients: ChannelClients, options: PostOptions) {
		this.#secrets = secrets
		this.#clients = clients
		this.#options = options
	}

	async send(channel: Channel, message: AlertMessage, id: string, now: number): Promise<Sent> {
		try {
			switch (channel.kind) {
				case 'wecom': {
					const { sendToWecom } = await import('./wecomChannel.ts')
					return await sendToWecom(channel, message, this.#secrets, this.#options)
				}
				case 'webhook': {
					const { sendToWebhook } = await import('./webhookChannel.ts')
					return await sendToWebhook(channel, message, id, this.#secrets, this.#options, now)
				}
				case 'sns': {
					const { sendToTopic } = await import('./snsChannel.ts')
					return await sendToTopic(await this.#clients.sns(), channel, message)
				}
				case 'mqtt': {
					const { announce } = await import('./mqttChannel.ts')
					return await announce(await this.#clients.iot(), message)
				}
			}
		} catch (error) {
			if (error instanceof SecretUnavailable) return { is: 'failed', error: error.message }
			throw error
		}
	}
}

/** A secret that is named by a channel cannot be had: whoever set up the channel must look. */
export class SecretUnavailable extends Error {}
