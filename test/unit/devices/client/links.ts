import type { Link } from '../../../../devices/client/ask.ts'

export type Published = { topic: string; payload: string }

/** A connection in memory: what is sent is handed to `answer`, and what that returns is heard, where it is subscribed to. */
export const memoryLink = (
	answer: (published: Published) => readonly { topic: string; body: unknown }[],
): Link & { sent: Published[]; tell(topic: string, body: unknown): void; end(): Promise<void>; ended: boolean } => {
	const listeners: { filters: readonly string[]; hear: (topic: string, payload: Buffer) => void }[] = []
	const tell = (topic: string, body: unknown): void => {
		for (const { filters, hear } of listeners)
			if (filters.includes(topic)) hear(topic, Buffer.from(JSON.stringify(body)))
	}
	const link = {
		sent: [] as Published[],
		ended: false,
		tell,
		end: async () => {
			link.ended = true
		},
		subscribe: async (filters: string | readonly string[], hear: (topic: string, payload: Buffer) => void) => {
			listeners.push({ filters: [filters].flat(), hear })
		},
		send: async (topic: string, payload: string | Buffer) => {
			const published = { topic, payload: payload.toString() }
			link.sent.push(published)
			for (const { topic: from, body } of answer(published)) tell(from, body)
		},
	}
	return link
}
