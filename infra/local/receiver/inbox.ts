/** One task in a message, as far as the message tells it apart. */
export type ReceivedNews = { readonly dedupeKey: string; readonly text: Words; readonly link: string | undefined }
type Words = { readonly zh: string; readonly en: string }

/** A message that came, whether it was taken or not. */
export type Received = {
	/** Milliseconds since 1970. */
	readonly at: number
	readonly channel: 'webhook' | 'wecom'
	/** Whom the address names: its last part. */
	readonly to: string
	/** Why it was refused, in words; absent: it was taken. */
	readonly refused?: Words
	/** As it would stand on a phone. */
	readonly text: Words
	/** For a loudspeaker. */
	readonly spoken?: Words
	/** By task; a WeCom message is only text. */
	readonly news: readonly ReceivedNews[]
	/** What came, to be looked at by whoever writes a receiver. */
	readonly raw: string
}

export type Inbox = {
	add(message: Received): void
	/** The latest first. */
	list(): readonly Received[]
}

/** The last messages, in memory: a restart forgets them. */
export const openInbox = (most = 200): Inbox => {
	const kept: Received[] = []
	return {
		add: (message) => {
			kept.unshift(message)
			kept.length = Math.min(kept.length, most)
		},
		list: () => [...kept],
	}
}
