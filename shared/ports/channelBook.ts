import type { Channel } from '../contract/alert/channel.ts'

/** The channels there are. */
export type ChannelBook = {
	/** Strongly consistent. */
	list(): Promise<Channel[]>
	/** All there are to be from now on. Safe to repeat. */
	replace(channels: readonly Channel[]): Promise<void>
}
