import type { Channel } from '../contract/alert/channel.ts'
import type { AlertMessage } from '../contract/alert/message.ts'

/** Handed over, or why not, in words that staff read; never with a secret in them. */
export type Sent = { is: 'sent' } | { is: 'failed'; error: string }

export type MessageSender = {
	/**
	 * Hands one message to one channel, within some seconds. What a receiver answers is an outcome, not a fault.
	 * @param id the same whenever the same news is sent again
	 */
	send(channel: Channel, message: AlertMessage, id: string, now: number): Promise<Sent>
}
