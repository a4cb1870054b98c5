import type { DeviceClient } from './connectDevice.ts'

/** What is needed of a connection to ask the service something. */
export type Link = Pick<DeviceClient, 'send' | 'subscribe'>

export type Answer = { readonly is: 'accepted' | 'rejected'; readonly body: unknown }

/** Nobody answered in time: the connection went away, or the policy keeps the answer back. */
export class NoAnswer extends Error {}

const readBody = (payload: Buffer): unknown => {
	try {
		return JSON.parse(payload.toString('utf8'))
	} catch {
		return undefined
	}
}

/**
 * Makes a connection ready for questions in the manner of AWS IoT: published to a topic, answered on `/accepted` or
 * `/rejected` below it. Answers name no question, so one topic is asked one thing at a time.
 * @returns a function that asks; it rejects with NoAnswer after `timeoutMs`
 */
export const questions = async (
	link: Link,
	topics: readonly string[],
	timeoutMs = 30_000,
): Promise<(topic: string, payload: string) => Promise<Answer>> => {
	const waiting = new Map<string, (answer: Answer) => void>()
	const answers = new Map<string, { topic: string; is: Answer['is'] }>(
		topics.flatMap((topic) =>
			(['accepted', 'rejected'] as const).map((is) => [`${topic}/${is}`, { topic, is }] as const),
		),
	)
	const onMessage = (from: string, payload: Buffer): void => {
		const answer = answers.get(from)
		if (answer !== undefined) waiting.get(answer.topic)?.({ is: answer.is, body: readBody(payload) })
	}
	await link.subscribe([...answers.keys()], onMessage)

	return async (topic, payload) => {
		const answered = Promise.withResolvers<Answer>()
		const timer = setTimeout(
			() => answered.reject(new NoAnswer(`no answer to ${topic} within ${timeoutMs / 1000} s`)),
			timeoutMs,
		)
		waiting.set(topic, answered.resolve)
		try {
			// Not awaited alone: a broker that refuses the publish never acknowledges it.
			link.send(topic, payload).catch(answered.reject)
			return await answered.promise
		} finally {
			clearTimeout(timer)
			waiting.delete(topic)
		}
	}
}
