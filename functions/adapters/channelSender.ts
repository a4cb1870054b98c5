import type { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import type { SNSClient } from '@aws-sdk/client-sns'
import type { Channel } from '../../shared/contract/channel.ts'
import type { AlertMessage } from '../../shared/contract/message.ts'
import type { MessageSender, Sent } from '../../shared/ports/channel.ts'
import type { Secrets } from '../../shared/ports/secrets.ts'
import { announce } from './channels/mqttChannel.ts'
import type { PostOptions } from './channels/safePost.ts'
import { sendToTopic } from './channels/snsChannel.ts'
import { sendToWebhook } from './channels/webhookChannel.ts'
import { sendToWecom } from './channels/wecomChannel.ts'

/** Every kind of channel behind one port. */
export class ChannelSender implements MessageSender {
	readonly #secrets: Secrets
	readonly #sns: SNSClient
	readonly #iot: IoTDataPlaneClient
	readonly #options: PostOptions

	constructor(secrets: Secrets, sns: SNSClient, iot: IoTDataPlaneClient, options: PostOptions) {
		this.#secrets = secrets
		this.#sns = sns
		this.#iot = iot
		this.#options = options
	}

	async send(channel: Channel, message: AlertMessage, id: string, now: number): Promise<Sent> {
		try {
			switch (channel.kind) {
				case 'wecom':
					return await sendToWecom(channel, message, this.#secrets, this.#options)
				case 'webhook':
					return await sendToWebhook(channel, message, id, this.#secrets, this.#options, now)
				case 'sns':
					return await sendToTopic(this.#sns, channel, message)
				case 'mqtt':
					return await announce(this.#iot, message)
			}
		} catch (error) {
			if (error instanceof SecretUnavailable) return { is: 'failed', error: error.message }
			throw error
		}
	}
}

/** A secret that is named by a channel cannot be had: whoever set up the channel must look. */
export class SecretUnavailable extends Error {}
